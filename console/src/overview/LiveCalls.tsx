import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useAgentNames } from '../api/agentNames';
import { duration, instant } from '../messages/format';
import { Badge, Card, Pending } from '../ui/Page';
import { useText } from './messages';
import { useLiveCalls } from './queries';
import { Who } from './Who';

/** Who is being talked to at this moment. */
export function LiveCalls() {
  const text = useText();
  const live = useLiveCalls();
  const agents = useAgentNames();
  const now = useNow();
  return (
    <Card title={text('live')} actions={live.data && <Badge tone={live.data.length > 0 ? 'good' : 'plain'}>{text('liveCount', { count: live.data.length })}</Badge>}>
      {!live.data ? <Pending of={live} /> : live.data.length === 0 ? <p className="faint">{text('nobodyTalks')}</p> : (
        <ul className="calls">
          {live.data.map(call => (
            <li key={call.id}>
              <Link className="cell-link grow" to="/conversations/$conversationId" params={{ conversationId: call.id ?? '' }}>
                {agents.data?.find(({ id }) => id === call.aiAgentId)?.label ?? text('anAgent')}
              </Link>
              <Who call={call} />
              <span className="numbers">{duration((now - instant(call.timestampStart ?? '').getTime()) / 1_000)}</span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

/** The time, every second. */
function useNow(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
