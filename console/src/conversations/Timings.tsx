import type { Schema } from '../api/client';
import { useFormat } from '../messages/format';
import { Card } from '../ui/Page';
import { useText } from './messages';

const STAGES = ['response', 'end_of_turn', 'recognition', 'first_token', 'first_sentence', 'first_sound'] as const;

/** How long callers waited, and for what. */
export function Timings({ stats }: { stats: Schema<'ConversationStatsModel'> | null | undefined }) {
  const text = useText();
  const format = useFormat();
  const latency = stats?.latency;
  const rows = STAGES.flatMap(name => (latency?.[name] ? [{ name, of: latency[name] }] : []));
  const longest = Math.max(1, ...rows.map(({ of }) => of.max));
  return stats ? (
    <Card title={text('timings')}>
      {rows.length > 0 && (
        <table className="timings">
          <thead><tr><th scope="col"><span className="unseen">{text('timings')}</span></th>{(['p50', 'p95', 'max'] as const).map(name => <th key={name} scope="col">{text(name)}</th>)}</tr></thead>
          <tbody>
            {rows.map(({ name, of }) => (
              <tr key={name}>
                <th scope="row">{text(name)}<span className="bar" aria-hidden="true"><i style={{ width: `${(100 * of.p50) / longest}%` }} /></span></th>
                {[of.p50, of.p95, of.max].map((value, index) => <td key={index} className="numbers">{text('ms', { n: value })}</td>)}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <dl className="facts">
        <div><dt>{text('lines')}</dt><dd>{format.number(stats.total_dialog)}</dd></div>
        <div><dt>{text('share')}</dt><dd>{format.percent(stats.agent_dialog_ratio)}</dd></div>
        {latency && <div><dt>{text('interruptions')}</dt><dd>{latency.interruptions ?? 0}</dd></div>}
        {latency && <div><dt>{text('falseAlarms')}</dt><dd>{latency.false_alarms ?? 0}</dd></div>}
      </dl>
    </Card>
  ) : null;
}
