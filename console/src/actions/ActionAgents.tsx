import { Link } from '@tanstack/react-router';
import { useAgentNames } from '../api/agentNames';
import { useMay } from '../session/session';
import { Linked } from '../ui/Linked';
import { Card, Pending } from '../ui/Page';
import { useActionsText } from './messages';
import { useActionAgents, useLinkAgent } from './queries';

/** The agents that use an action. */
export function ActionAgents({ actionId }: { actionId: string }) {
  const text = useActionsText();
  const mayWrite = useMay('WRITE');
  const all = useAgentNames();
  const linked = useActionAgents(actionId);
  const link = useLinkAgent(actionId, 'linked');
  const unlink = useLinkAgent(actionId, 'unlinked');
  return (
    <Card title={text('agentsTitle')}>
      {linked.data ? (
        <Linked
          addLabel={text('addAgent')}
          removeLabel={name => text('unlink', { name })}
          empty={text('noAgents')}
          linked={linked.data}
          all={all.data ?? []}
          onAdd={id => link.mutate(id)}
          onRemove={id => unlink.mutate(id)}
          isDisabled={!mayWrite}
          show={({ id, label }) => <Link to="/agents/$agentId" params={{ agentId: id }}>{label}</Link>}
        />
      ) : <Pending of={all.isError ? all : linked} />}
    </Card>
  );
}
