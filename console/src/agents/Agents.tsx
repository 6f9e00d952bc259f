import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useFormat } from '../messages/format';
import { useMay } from '../session/session';
import { Badge, Empty, Page, Pending } from '../ui/Page';
import { Icon } from '../ui/Icon';
import { More } from '../ui/More';
import { Picture } from '../ui/Picture';
import { SearchBox } from '../ui/SearchBox';
import { useText } from './messages';
import { useAgents, type Agent } from './queries';

/** Every agent of the organization. */
export function Agents() {
  const text = useText();
  const mayWrite = useMay('WRITE');
  const navigate = useNavigate();
  const { q = '' } = useSearch({ strict: false });
  const agents = useAgents(q);
  const search = (words: string) => void navigate({ to: '/agents', search: words ? { q: words } : {}, replace: true });
  const add = mayWrite && <Link className="button main" to="/agents/new" search={{}}><Icon name="add" />{text('add')}</Link>;
  return (
    <Page title={text('title')} lead={text('lead')} actions={add}>
      {(q || (agents.items?.length ?? 0) > 6) && <SearchBox label={text('search')} value={q} onSearch={search} />}
      {!agents.items ? <Pending of={agents} /> : agents.items.length === 0 ? (
        <Empty icon="agent" title={text(q ? 'noneFound' : 'none')}>{!q && <><p>{text('noneLead')}</p>{add}</>}</Empty>
      ) : (
        <ul className="grid">{agents.items.map(agent => <li key={agent.id}><AgentCard agent={agent} /></li>)}</ul>
      )}
      <More of={agents} />
    </Page>
  );
}

function AgentCard({ agent }: { agent: Agent }) {
  const text = useText();
  const format = useFormat();
  const status = agent.status ?? '';
  return (
    <article className="card">
      <div className="row">
        <Picture url={agent.imageUrl} name={agent.name ?? ''} />
        <div className="grow">
          <h2><Link className="cell-link" to="/agents/$agentId" params={{ agentId: agent.id ?? '' }} search={{}}>{agent.name}</Link></h2>
          <p className="faint clip">{agent.role}</p>
        </div>
        <Badge tone={status === 'active' ? 'good' : 'plain'}>{status in STATUSES ? text(status as keyof typeof STATUSES) : status}</Badge>
      </div>
      <p className="faint small">
        {[agent.voice?.languageAccent.language, agent.updatedAt && text('changed', { when: format.ago(agent.updatedAt) })].filter(Boolean).join(' · ')}
      </p>
    </article>
  );
}

export const STATUSES = { active: 1, inactive: 1, pending: 1, archived: 1 } as const;
