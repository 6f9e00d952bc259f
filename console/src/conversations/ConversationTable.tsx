import { Link } from '@tanstack/react-router';
import type { Agent } from '../agents/queries';
import { duration, instant, useFormat } from '../messages/format';
import { Badge } from '../ui/Page';
import { Highlight } from './Highlight';
import { OUTCOMES, SENTIMENTS, useText } from './messages';
import type { Conversation, Filter } from './queries';
import '../ui/rows.css';
import './conversations.css';

type Shown = Pick<Agent, 'id' | 'name'>;

/** Conversations, one a row. */
export function ConversationTable({ items, agents, filter }: { items: Conversation[]; agents: Shown[]; filter: Filter }) {
  const text = useText();
  return (
    <div className="scroll" tabIndex={0}>
      <table>
        <thead>
          <tr>{(['when', 'caller', 'agent', 'duration', 'sentiment', 'outcome', 'summary'] as const).map(name => <th key={name} scope="col">{text(name)}</th>)}</tr>
        </thead>
        <tbody>{items.map(item => <Row key={item.id} item={item} agents={agents} filter={filter} />)}</tbody>
      </table>
    </div>
  );
}

function Row({ item, agents, filter }: { item: Conversation; agents: Shown[]; filter: Filter }) {
  const text = useText();
  const format = useFormat();
  const facts = item.conversationAnalytics;
  const sentiment = SENTIMENTS.find(one => one === facts?.sentiment_of_caller);
  const outcome = OUTCOMES.find(one => one === facts?.prospectStatus);
  return (
    <tr data-link>
      <td>
        <Link className="cell-link nowrap" to="/conversations/$conversationId" params={{ conversationId: item.id ?? '' }} search={filter as Record<string, string>}>
          {item.timestampStart && format.moment(item.timestampStart)}
        </Link>
      </td>
      <td>{facts?.name_of_caller ?? facts?.phone_number_of_caller ?? facts?.email_address_of_caller ?? <span className="faint">{text('unknown')}</span>}</td>
      <td>{agents.find(agent => agent.id === item.aiAgentId)?.name ?? '–'}</td>
      <td className="numbers">{item.timestampEnd ? lasted(item) : <Badge tone="info">{text('live')}</Badge>}</td>
      <td>{sentiment && <Badge tone={TONES[sentiment]}>{text(sentiment)}</Badge>}</td>
      <td>{outcome && <span className="nowrap">{text(outcome)}</span>}</td>
      <td className="summary"><span><Highlight text={facts?.summary ?? item.transcriptSummary ?? ''} words={filter.q ?? ''} /></span></td>
    </tr>
  );
}

export const TONES = { positive: 'good', neutral: 'plain', negative: 'bad' } as const;

/** How long a conversation took that is over. */
export function lasted({ timestampStart, timestampEnd }: Conversation): string {
  return timestampStart && timestampEnd ? duration((instant(timestampEnd).getTime() - instant(timestampStart).getTime()) / 1_000) : '';
}
