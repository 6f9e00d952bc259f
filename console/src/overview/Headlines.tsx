import { duration, useFormat } from '../messages/format';
import { useText } from './messages';
import type { Metric, Metrics } from './queries';

/** The figures of a range in a row, each with how it was before. */
export function Headlines({ metrics }: { metrics: Metrics }) {
  const text = useText();
  const format = useFormat();
  const sum = (metric: Metric, when: '' | '.before' = '') => metrics[`${metric}${when}`].reduce((all, { value }) => all + Number(value), 0);
  const average = (when: '' | '.before' = '') => sum('TALKED', when) / Math.max(1, sum('ENDED', when));
  const tiles = [
    { label: text('calls'), value: format.number(sum('CALLS')), now: sum('CALLS'), then: sum('CALLS', '.before') },
    { label: text('talkTime'), value: duration(sum('TALKED')), now: sum('TALKED'), then: sum('TALKED', '.before') },
    { label: text('averageCall'), value: sum('ENDED') ? duration(average()) : '–', now: average(), then: average('.before') },
    { label: text('newProspects'), value: format.number(sum('PROSPECTS')), now: sum('PROSPECTS'), then: sum('PROSPECTS', '.before') },
    { label: text('ledOn'), value: format.number(sum('INTERESTED')), now: sum('INTERESTED'), then: sum('INTERESTED', '.before') },
  ];
  return (
    <dl className="headlines">
      {tiles.map(({ label, value, now, then }) => (
        <div key={label} className="card headline">
          <dt className="faint small">{label}</dt>
          <dd className="numbers">{value}</dd>
          <dd className="faint small">{then > 0 ? text(now < then ? 'less' : now > then ? 'more' : 'same', { change: format.percent(Math.abs(now / then - 1)) }) : text('nothingBefore')}</dd>
        </div>
      ))}
    </dl>
  );
}
