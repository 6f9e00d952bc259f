import { Link } from '@tanstack/react-router';
import { useAgentNames } from '../api/agentNames';
import { useMay } from '../session/session';
import { Linked } from '../ui/Linked';
import { Card, Pending } from '../ui/Page';
import { useHiveText } from './pageMessages';
import { useHiveAgents, useLinkAgent } from './queries';

/** The agents that know what is in a hive. */
export function HiveAgents({ hiveId }: { hiveId: string }) {
  const text = useHiveText();
  const mayWrite = useMay('WRITE');
  const all = useAgentNames();
  const linked = useHiveAgents(hiveId);
  const link = useLinkAgent(hiveId, 'linked');
  const unlink = useLinkAgent(hiveId, 'unlinked');
  return (
    <Card title={text('agents')}>
      {linked.data ? (
        <Linked
          addLabel={text('addAgent')}
          removeLabel={name => text('unlink', { name })}
          empty={text('noAgents')}
          linked={linked.data.map(({ id = '', name = '' }) => ({ id, label: name }))}
          all={all.data ?? []}
          onAdd={id => link.mutate(id)}
          onRemove={id => unlink.mutate(id)}
          isDisabled={!mayWrite}
          show={({ id, label }) => <Link to="/agents/$agentId" params={{ agentId: id }}>{label}</Link>}
        />
      ) : <Pending of={linked} />}
    </Card>
  );
}
