import { useFormat } from '../messages/format';
import { Button } from '../ui/Button';
import { Choice } from '../ui/Choice';
import { More } from '../ui/More';
import { Badge, Card, Empty, Pending } from '../ui/Page';
import { deliveryStates, deliveryTones, useDeliveries } from './deliveries';
import { DeliveryDialog } from './DeliveryDialog';
import { useRunText } from './runMessages';

const ALL = '-';

/** What was told to the address of an action, and what became of it. */
export function Deliveries({ actionId, state, onState, shown, onShow }: {
  actionId: string;
  state: string | undefined;
  onState(state: string | undefined): void;
  /** The delivery that is looked at. */
  shown: string | undefined;
  onShow(deliveryId: string | undefined): void;
}) {
  const text = useRunText();
  const format = useFormat();
  const deliveries = useDeliveries(actionId, state);
  const stateLabel = (key: (typeof deliveryStates)[number]) => text(key === 'failed' ? 'failedState' : key);
  const isEmpty = deliveries.items?.length === 0;
  return (
    <Card title={text('deliveries')}>
      <p className="faint">{text('deliveriesHint')}</p>
      {!(isEmpty && state === undefined) && (
        <div className="action-search">
          <Choice label={text('state')} value={state ?? ALL} onChange={key => onState(key === ALL ? undefined : key)}
            options={[{ key: ALL, label: text('allStates') }, ...deliveryStates.map(key => ({ key: key as string, label: stateLabel(key) }))]} />
        </div>
      )}
      {!deliveries.items && <Pending of={deliveries} />}
      {isEmpty && (state === undefined ? <Empty icon="send" title={text('noDeliveries')}><p>{text('noDeliveriesHint')}</p></Empty> : <p className="faint">{text('noneFits')}</p>)}
      {deliveries.items && !isEmpty && (
        <div className="scroll" tabIndex={0}>
          <table className="delivery-table">
            <thead><tr><th>{text('event')}</th><th>{text('state')}</th><th>{text('attempts')}</th><th>{text('at')}</th><th /></tr></thead>
            <tbody>
              {deliveries.items.map(({ id, eventName, status, attempts, createdAt, nextAttemptAt }) => (
                <tr key={id}>
                  <td>{text(eventName)}</td>
                  <td>
                    <Badge tone={deliveryTones[status]}>{stateLabel(status)}</Badge>
                    {status === 'pending' && nextAttemptAt && <div className="faint small">{text('next', { time: format.ago(nextAttemptAt) })}</div>}
                  </td>
                  <td className="numbers">{format.number(attempts)}</td>
                  <td className="numbers">{format.moment(createdAt)}</td>
                  <td><Button onPress={() => onShow(id)}>{text('show')}</Button></td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <More of={deliveries} />
      <DeliveryDialog deliveryId={shown} onClose={() => onShow(undefined)} />
    </Card>
  );
}
