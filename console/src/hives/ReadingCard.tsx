import type { Schema } from '../api/client';
import { useFormat } from '../messages/format';
import { Card } from '../ui/Page';
import { Progress } from '../ui/Progress';
import { useHivesText } from './messages';
import { useHiveText } from './pageMessages';
import { Place } from './Place';
import { isBeingRead, readingOf, share, type Reading } from './reading';

/** How far a hive is read, what was read of it, and what was not and why. */
export function ReadingCard({ hive }: { hive: Schema<'Hive'> }) {
  const text = useHiveText();
  const reading = readingOf(hive);
  return (
    <Card title={text('reading')}>
      {isBeingRead(hive) ? <Going status={hive.status} reading={reading} /> : reading && <Facts reading={reading} />}
      {reading?.error && <p className="notice bad" role="alert">{reading.error}</p>}
      {reading && reading.notes.length > 0 && (
        <div className="stack"><h3>{text('notes')}</h3><ul className="places">{reading.notes.map(note => <li key={note}>{note}</li>)}</ul></div>
      )}
      {reading && reading.skipped.length > 0 && <NotRead reading={reading} />}
      {hive.status === 'failed' && <p>{text('failedHint')}</p>}
      {hive.status === 'completed' && <p className="hint">{text('noPages')}</p>}
    </Card>
  );
}

function Going({ status, reading }: { status: string; reading: Reading | null }) {
  const text = useHiveText();
  const list = useHivesText();
  if (status === 'pending' || !reading) {
    return <Progress label={text('waiting')} value={null} />;
  }
  const { unit, done, total, current, page, pages } = reading;
  return (
    <>
      <Progress label={total === 0 ? text('starting') : list(`${unit}Of`, { done, total })} value={share(reading)} />
      {current && (
        <p className="faint clip" title={current}>
          {text('now', { place: current })}{page && pages ? ` · ${list('pageOf', { page, pages })}` : ''}
        </p>
      )}
      <Facts reading={reading} />
    </>
  );
}

function Facts({ reading: { unit, done, skippedCount, passages, unchanged, duplicates, attempts, startedAt, finishedAt } }: { reading: Reading }) {
  const list = useHivesText();
  const format = useFormat();
  return (
    <p className="facts numbers">
      <strong>{list(unit, { count: Math.max(0, done - skippedCount) })}</strong>
      <strong>{list('passages', { count: passages })}</strong>
      {unchanged > 0 && <span>{list('unchanged', { count: unchanged })}</span>}
      {duplicates > 0 && <span>{list('duplicates', { count: duplicates })}</span>}
      {attempts > 1 && <span>{list('tries', { count: attempts })}</span>}
      {finishedAt ? <span>{list('ended', { time: format.moment(finishedAt) })}</span> : startedAt && <span>{list('began', { time: format.moment(startedAt) })}</span>}
    </p>
  );
}

function NotRead({ reading: { skipped, skippedCount } }: { reading: Reading }) {
  const text = useHiveText();
  return (
    <div className="stack">
      <h3>{text('notRead')}</h3>
      <div className="scroll" tabIndex={0}>
        <table>
          <thead><tr><th>{text('place')}</th><th>{text('reason')}</th></tr></thead>
          <tbody>
            {skipped.map(({ place, reason }, index) => (
              <tr key={index}><td className="hive-name"><Place place={place}>{place}</Place></td><td>{reason}</td></tr>
            ))}
          </tbody>
        </table>
      </div>
      {skippedCount > skipped.length && <p className="faint">{text('moreSkipped', { shown: skipped.length, count: skippedCount })}</p>}
    </div>
  );
}
