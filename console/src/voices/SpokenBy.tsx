import { Link } from '@tanstack/react-router';
import type { Schema } from '../api/client';
import { useText } from './messages';

const MOST_NAMES = 4;

/** The agents that speak with a voice, the first of them by name. */
export function SpokenBy({ label, agents }: { label: string; agents: Pick<Schema<'AIAgentOutput'>, 'id' | 'name'>[] }) {
  const text = useText();
  return (
    <>
      <span className="faint">{label} </span>
      {agents.slice(0, MOST_NAMES).map(({ id = '', name }, i) => (
        <span key={id}>{i > 0 && ', '}<Link to="/agents/$agentId" params={{ agentId: id }}>{name}</Link></span>
      ))}
      {agents.length > MOST_NAMES && <span className="faint"> {text('others', { count: agents.length - MOST_NAMES })}</span>}
    </>
  );
}
