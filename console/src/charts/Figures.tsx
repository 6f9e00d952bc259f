import { spoken, type ChartProps } from './series';

/** The same figures as a table, for those who do not see the chart. */
export function Figures({ chart: { label, pointLabel, points, series, format } }: { chart: ChartProps }) {
  return (
    <div className="unseen">
      <table>
        <caption>{label}</caption>
        <thead>
          <tr><th scope="col">{pointLabel}</th>{series.map(({ key, label: name }) => <th key={key} scope="col">{name}</th>)}</tr>
        </thead>
        <tbody>
          {points.map((point, i) => (
            <tr key={i}><th scope="row">{point}</th>{series.map(({ key, values }) => <td key={key}>{spoken(values[i], format)}</td>)}</tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
