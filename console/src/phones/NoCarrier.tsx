import { Button } from '../ui/Button';
import { useText } from './messages';

/** What to do on a server whose telephone carrier is not set, or does not answer. */
export function NoCarrier({ reason, onRetry, isPending }: { reason: string; onRetry(): void; isPending: boolean }) {
  const text = useText();
  return (
    <section className="card no-carrier">
      <h2>{text('noCarrier')}</h2>
      <p>{reason}</p>
      <p className="faint">{text('noCarrierMore')}</p>
      <dl className="settings-list">
        <div><dt>Twilio</dt><dd><code>PARLEY_CARRIER=twilio PARLEY_TWILIO_ACCOUNT_SID=… PARLEY_TWILIO_AUTH_TOKEN=…</code></dd></div>
        <div><dt>Plivo</dt><dd><code>PARLEY_CARRIER=plivo PARLEY_PLIVO_AUTH_ID=… PARLEY_PLIVO_AUTH_TOKEN=…</code></dd></div>
        <div><dt>{text('onlyTry')}</dt><dd><code>PARLEY_CARRIER=simulated</code></dd></div>
      </dl>
      <p className="faint small">{text('noCarrierRest')}</p>
      <div className="row"><Button isPending={isPending} onPress={onRetry}>{text('lookAgain')}</Button></div>
    </section>
  );
}
