import { BarChart } from '../charts/BarChart';
import { LineChart } from '../charts/LineChart';
import { TIMES, WHOLE } from '../charts/scale';
import { isEmpty, type ChartProps, type Series } from '../charts/series';
import { duration, useFormat } from '../messages/format';
import { Card, Pending } from '../ui/Page';
import { byBucket, felt, quickness } from './callFigures';
import { useText } from './messages';
import { useCalls, type Metric, type Metrics } from './queries';
import { periodOf, type Range } from './range';
import { useDayLabels } from './useDayLabels';

/** How things went over the days of a range. */
export function Trends({ metrics, range, zone }: { metrics: Metrics; range: Range; zone: string }) {
  const text = useText();
  const format = useFormat();
  const period = periodOf(range);
  const labels = useDayLabels(period);
  const calls = useCalls(range);
  const buckets = metrics.CALLS.map(({ timestamp }) => timestamp);
  const values = (metric: Metric) => metrics[metric].map(({ value }) => Number(value));
  const ended = values('ENDED');
  const over = { pointLabel: text(period), points: buckets.map(labels.full), ticks: buckets.map(labels.short) };
  const grouped = calls.data && byBucket(calls.data.calls, buckets, period, zone);
  const quick = grouped?.map(quickness) ?? [];
  const note = calls.data && !calls.data.isAll ? text('latestOnly', { count: calls.data.calls.length }) : null;
  const feelings: Series[] = ([['positive', 'green'], ['neutral', 'grey'], ['negative', 'red']] as const).map(([key, tone]) => (
    { key, tone, label: text(key), values: grouped?.map(of => felt(of, key)) ?? [] }
  ));
  return (
    <div className="trends">
      <Trend title={text('callsOver')} shape="bars" none={text('noCalls')} chart={{
        ...over, label: text('callsOver'), format: format.number, steps: WHOLE,
        series: [{ key: 'calls', label: text('calls'), tone: 'green', values: values('CALLS') }],
      }} />
      <Trend title={text('durationOver')} lead={text('durationLead')} shape="lines" none={text('noCalls')} chart={{
        ...over, label: text('durationOver'), format: duration, steps: TIMES,
        series: [{ key: 'median', label: text('medianCall'), tone: 'blue', values: values('MEDIAN').map((value, i) => ended[i] ? value : null) }],
      }} />
      <Trend title={text('outcomeOver')} lead={text('outcomeLead')} shape="bars" none={text('noOutcome')} chart={{
        ...over, label: text('outcomeOver'), format: format.number, steps: WHOLE,
        series: [
          { key: 'interested', label: text('interested'), tone: 'green', values: values('INTERESTED') },
          { key: 'not', label: text('notInterested'), tone: 'amber', values: values('NOT_INTERESTED') },
        ],
      }} />
      <Trend title={text('prospectsOver')} shape="bars" none={text('noProspects')} chart={{
        ...over, label: text('prospectsOver'), format: format.number, steps: WHOLE,
        series: [{ key: 'prospects', label: text('prospects'), tone: 'blue', values: values('PROSPECTS') }],
      }} />
      {grouped ? (
        <>
          <Trend title={text('sentimentOver')} lead={note} shape="bars" none={text('noSentiment')}
            chart={{ ...over, label: text('sentimentOver'), format: format.number, steps: WHOLE, series: feelings }} />
          <Trend title={text('latencyOver')} lead={note ?? text('latencyLead')} shape="lines" none={text('noLatency')} chart={{
            ...over, label: text('latencyOver'), format: value => text('millis', { value: Math.round(value) }),
            series: [
              { key: 'typical', label: text('typical'), tone: 'green', values: quick.map(({ typical }) => typical) },
              { key: 'slow', label: text('slow'), tone: 'amber', values: quick.map(({ slow }) => slow) },
            ],
          }} />
        </>
      ) : <Card title={text('sentimentOver')}><Pending of={calls} /></Card>}
    </div>
  );
}

function Trend({ title, lead, shape, none, chart }: { title: string; lead?: string | null; shape: 'bars' | 'lines'; none: string; chart: ChartProps }) {
  const Chart = shape === 'bars' ? BarChart : LineChart;
  return (
    <Card title={title}>
      {lead && <p className="faint small">{lead}</p>}
      {isEmpty(chart.series) ? <p className="faint no-figures">{none}</p> : <Chart {...chart} />}
    </Card>
  );
}
