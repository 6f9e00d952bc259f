import { Link } from '@tanstack/react-router';
import type { Schema } from '../api/client';
import { useFormat } from '../messages/format';
import { useMay } from '../session/session';
import { Button } from '../ui/Button';
import { Code } from '../ui/Code';
import { Dialog } from '../ui/Dialog';
import { Icon } from '../ui/Icon';
import { pretty, prettyText } from '../ui/json';
import { Badge, Pending } from '../ui/Page';
import { deliveryTones, useDelivery, useRedeliver } from './deliveries';
import { useRunText } from './runMessages';

/** One delivery: what was sent, every try, and a way to send it again. */
export function DeliveryDialog({ deliveryId, onClose }: { deliveryId: string | undefined; onClose(): void }) {
  const text = useRunText();
  const mayWrite = useMay('WRITE');
  const delivery = useDelivery(deliveryId);
  const again = useRedeliver();
  return (
    <Dialog title={text('details')} isOpen={deliveryId !== undefined} onClose={onClose} isWide>
      {delivery.data ? (
        <>
          <div className="row">
            <span className="grow row">
              <strong>{text(delivery.data.eventName)}</strong>
              <Badge tone={deliveryTones[delivery.data.status]}>{text(delivery.data.status === 'failed' ? 'failedState' : delivery.data.status)}</Badge>
              <Link to="/conversations/$conversationId" params={{ conversationId: delivery.data.conversationId }}>{text('openCall')}</Link>
            </span>
            {mayWrite && (
              <Button isPending={again.isPending} onPress={() => again.mutate(delivery.data.id)}><Icon name="send" size={16} />{text('again')}</Button>
            )}
          </div>
          <p className="faint small">{text('idHint')}: <code>{delivery.data.id}</code></p>
          <h3>{text('log')}</h3>
          <Tries log={delivery.data.log} />
          <h3>{text('sent')}</h3>
          <Code label={text('sent')}>{pretty(delivery.data.event)}</Code>
        </>
      ) : <Pending of={delivery} />}
    </Dialog>
  );
}

function Tries({ log }: { log: Schema<'DeliveryAttempt'>[] }) {
  const text = useRunText();
  const format = useFormat();
  return log.length === 0 ? <p className="faint">{text('noTries')}</p> : (
    <div className="scroll" tabIndex={0}>
      <table className="delivery-table">
        <thead><tr><th>{text('number')}</th><th>{text('at')}</th><th>{text('duration')}</th><th>{text('result')}</th></tr></thead>
        <tbody>
          {log.map(({ number, at, durationMs, statusCode, error, answer }) => (
            <tr key={number}>
              <td className="numbers">{format.number(number)}</td>
              <td className="numbers">{format.moment(at)}</td>
              <td className="numbers">{text('took', { millis: format.number(durationMs) })}</td>
              <td>
                {statusCode !== null && <Badge tone={statusCode < 300 ? 'good' : 'bad'}>{String(statusCode)}</Badge>}
                {error && <div className="wrong">{error}</div>}
                {answer && <Code label={text('result')}>{prettyText(answer)}</Code>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
