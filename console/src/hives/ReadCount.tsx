import type { Schema } from '../api/client';
import { Progress } from '../ui/Progress';
import { useHivesText } from './messages';
import { isBeingRead, readingOf, share } from './reading';

/** How much of a hive was read, in a line; how far it is while it is being read. */
export function ReadCount({ hive }: { hive: Schema<'Hive'> }) {
  const text = useHivesText();
  const reading = readingOf(hive);
  if (isBeingRead(hive)) {
    return hive.status === 'processing' && reading
      ? <Progress label={text(`${reading.unit}Of`, { done: reading.done, total: reading.total })} value={share(reading)} />
      : null;
  }
  if (!reading) {
    return null;
  }
  const { unit, done, skippedCount, passages, error } = reading;
  return (
    <>
      <div>{text(unit, { count: Math.max(0, done - skippedCount) })} · {text('passages', { count: passages })}</div>
      {skippedCount > 0 && <div className="small wrong">{text('skippedCount', { count: skippedCount })}</div>}
      {error && <div className="small wrong">{error}</div>}
    </>
  );
}
