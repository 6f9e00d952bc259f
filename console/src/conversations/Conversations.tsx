import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useAgentChoices } from '../agents/queries';
import { Empty, Page, Pending } from '../ui/Page';
import { More } from '../ui/More';
import { ConversationTable } from './ConversationTable';
import { Export } from './Export';
import { Filters } from './Filters';
import { useText } from './messages';
import { FILTERS, useConversations, type Filter } from './queries';
import { Views } from './Views';

/** Every conversation, however many there are. */
export function Conversations() {
  const text = useText();
  const navigate = useNavigate();
  const search = useSearch({ strict: false });
  const filter: Filter = Object.fromEntries(FILTERS.flatMap(name => (search[name] ? [[name, String(search[name])]] : [])));
  const found = useConversations(filter);
  const agents = useAgentChoices();
  const narrow = (next: Filter) => void navigate({ to: '/conversations', search: next as Record<string, string>, replace: true });
  const isNarrowed = Object.keys(filter).length > 0;
  return (
    <Page title={text('title')} lead={text('lead')} actions={<Export filter={filter} />}>
      <Filters filter={filter} onChange={narrow} agents={agents.data ?? []} />
      <Views filter={filter} onChoose={narrow} />
      {!found.items ? <Pending of={found} /> : found.items.length > 0 ? (
        <ConversationTable items={found.items} agents={agents.data ?? []} filter={filter} />
      ) : isNarrowed ? (
        <Empty icon="search" title={text('noneFound')}><p>{text('noneFoundLead')}</p></Empty>
      ) : (
        <Empty icon="chat" title={text('none')}><p>{text('noneLead')}</p><Link className="button main" to="/agents" search={{}}>{text('toAgents')}</Link></Empty>
      )}
      <More of={found} />
    </Page>
  );
}
