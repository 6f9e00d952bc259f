import type { Schema } from '../api/client';
import { useFormat } from '../messages/format';
import { Icon } from '../ui/Icon';
import { Finding } from './Finding';
import { useHiveText } from './pageMessages';

/** From this confidence on an agent answers; the contract says so. */
const ENOUGH = 0.5;

/** What was found for a question, and whether an agent would answer with it. */
export function Findings({ findings: { answered, confidence, passages, embedded, results } }: { findings: Schema<'HiveFindings'> }) {
  const text = useHiveText();
  const format = useFormat();
  if (passages === 0) {
    return <p className="faint" role="status">{text('nothingYet')}</p>;
  }
  const bestWords = Math.max(0, ...results.map(({ why }) => why.text));
  return (
    <div aria-live="polite">
      <div className={answered ? 'verdict good' : 'verdict'}>
        <strong><Icon name={answered ? 'check' : 'close'} size={18} />{text(answered ? 'wouldAnswer' : 'wouldNot')}</strong>
        <span>{results.length === 0 ? text('nothing') : text('sure', { percent: format.percent(confidence), limit: format.percent(ENOUGH) })}</span>
        {embedded < passages && <span>{embedded === 0 ? text('byNoMeaning') : text('notAllEmbedded', { embedded, passages })}</span>}
      </div>
      <ol aria-label={text('found', { count: results.length })}>
        {results.map(passage => <Finding key={`${passage.place} ${passage.position}`} passage={passage} bestWords={bestWords} />)}
      </ol>
    </div>
  );
}
