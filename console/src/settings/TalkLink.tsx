import { Link } from '@tanstack/react-router';
import { useAgentNames } from '../api/agentNames';
import { useText } from './messages';

/** To a conversation with an agent, which is where hearing and thinking show. */
export function TalkLink() {
  const text = useText();
  const first = useAgentNames().data?.[0];
  return first
    ? <Link className="button" to="/agents/$agentId" params={{ agentId: first.id }}>{text('talkTo', { name: first.label })}</Link>
    : <Link className="button" to="/agents/new">{text('makeAgent')}</Link>;
}
