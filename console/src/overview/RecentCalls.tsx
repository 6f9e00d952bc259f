import { Link } from '@tanstack/react-router';
import { useAgentNames } from '../api/agentNames';
import { duration, instant, useFormat } from '../messages/format';
import { Card, Pending } from '../ui/Page';
import { useText } from './messages';
import { useRecentCalls } from './queries';
import { Who } from './Who';

/** The conversations that began last. */
export function RecentCalls() {
  const text = useText();
  const format = useFormat();
  const recent = useRecentCalls();
  const agents = useAgentNames();
  return (
    <Card title={text('recent')} actions={<Link to="/conversations">{text('all')}</Link>}>
      {!recent.data ? <Pending of={recent} /> : recent.data.items.length === 0 ? <p className="faint">{text('noCallsYet')}</p> : (
        <div className="scroll" tabIndex={0}>
          <table>
            <thead>
              <tr><th scope="col">{text('who')}</th><th scope="col">{text('about')}</th><th scope="col">{text('agent')}</th><th scope="col">{text('length')}</th><th scope="col">{text('began')}</th></tr>
            </thead>
            <tbody>
              {recent.data.items.map(call => (
                <tr key={call.id} data-link>
                  <td className="name-cell">
                    <Link className="cell-link" to="/conversations/$conversationId" params={{ conversationId: call.id ?? '' }}>{call.conversationAnalytics?.name_of_caller ?? text('somebody')}</Link>
                    <Who call={call} />
                  </td>
                  <td className="about-cell faint">{call.conversationAnalytics?.summary ?? '–'}</td>
                  <td>{agents.data?.find(({ id }) => id === call.aiAgentId)?.label ?? '–'}</td>
                  <td className="numbers">{call.timestampStart && call.timestampEnd ? duration((instant(call.timestampEnd).getTime() - instant(call.timestampStart).getTime()) / 1_000) : text('goesOn')}</td>
                  <td className="numbers nowrap" title={call.timestampStart && format.moment(call.timestampStart)}>{call.timestampStart && format.ago(call.timestampStart)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Card>
  );
}
