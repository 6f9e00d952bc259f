import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, asked } from '../api/client';
import { useFormat } from '../messages/format';
import { Badge, Card } from '../ui/Page';
import { useText } from './deliveryMessages';

const TONES = { delivered: 'good', pending: 'plain', failed: 'bad', disabled: 'warn' } as const;

/** What other systems were told of a conversation; nothing where nobody is told. */
export function Deliveries({ conversationId }: { conversationId: string }) {
  const text = useText();
  const format = useFormat();
  const all = useQuery({ queryKey: ['deliveries', 'of', conversationId], queryFn: () => askAll(conversationId) });
  return all.data && all.data.length > 0 ? (
    <Card title={text('title')}>
      <ul className="stack">
        {all.data.map(one => (
          <li key={one.id} className="row">
            <span className="grow"><Link to="/actions/$actionId" params={{ actionId: one.actionId }} search={{}}>{one.actionName}</Link> · {text(one.eventName)}</span>
            <Badge tone={TONES[one.status]}>{text(one.status)}</Badge>
            <span className="faint small">{format.ago(one.updatedAt)}</span>
          </li>
        ))}
      </ul>
    </Card>
  ) : null;
}

/** Deliveries are listed by action, so every webhook is asked for those of this conversation. */
async function askAll(conversationId: string) {
  const actions = await asked(api.GET('/v1/actions', { params: { query: { limit: 100, fields: 'id,name,invocationTrigger' } } }));
  const hooks = actions.filter(action => action.invocationTrigger?.startsWith('webhook.'));
  const lists = await Promise.all(hooks.map(async ({ id = '', name = '' }) => {
    const query = { search_by: 'conversationId', search_value: conversationId, limit: 20 };
    const deliveries = await asked(api.GET('/v1/actions/{action_id}/deliveries', { params: { path: { action_id: id }, query } }));
    return deliveries.map(delivery => ({ ...delivery, actionName: name }));
  }));
  return lists.flat();
}
