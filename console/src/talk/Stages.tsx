import { useText } from './messages';
import type { Stages as Of } from './events';

const ORDER = ['end_of_turn', 'first_token', 'first_sentence', 'first_sound'] as const;

/** Longer waits fill the bar. */
const FULL_MILLIS = 2_000;

/** What the caller's waiting for an answer consisted of. */
export function Stages({ stages }: { stages: Of }) {
  const text = useText();
  const parts = ORDER.map(name => ({ name, millis: stages[name] ?? 0 })).filter(({ millis }) => millis > 0);
  const total = parts.reduce((sum, { millis }) => sum + millis, 0);
  const spoken = parts.map(({ name, millis }) => `${text(name)} ${text('ms', { n: millis })}`).join(', ');
  return parts.length === 0 ? null : (
    <span className="stages" title={spoken}>
      <span className="bar" aria-hidden="true">
        {parts.map(({ name, millis }) => <i key={name} data-stage={name} style={{ width: `${(100 * millis) / Math.max(total, FULL_MILLIS)}%` }} />)}
      </span>
      <span className="numbers">{text('ms', { n: total })}</span>
      <span className="unseen">{spoken}</span>
    </span>
  );
}
