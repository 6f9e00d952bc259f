import { Plot, type Frame } from './Plot';
import { axis } from './scale';
import type { ChartProps, Series } from './series';

/** A line for every series, with the area below when there is only one; where there is no value the line stops. */
export function LineChart(chart: ChartProps) {
  const { series } = chart;
  const highest = Math.max(0, ...series.flatMap(({ values }) => values.map(value => value ?? 0)));
  return (
    <Plot {...chart} lines={axis(highest, chart.steps)}>
      {frame => series.map(one => <Line key={one.key} series={one} frame={frame} isFilled={series.length === 1} />)}
    </Plot>
  );
}

function Line({ series: { tone, values }, frame, isFilled }: { series: Series; frame: Frame; isFilled: boolean }) {
  return (
    <g className="line">
      {stretches(values).map(([first, points]) => {
        const path = points.map((value, i) => `${i === 0 ? 'M' : 'L'}${frame.x(first + i).toFixed(1)} ${frame.y(value).toFixed(1)}`).join('');
        const end = frame.x(first + points.length - 1).toFixed(1);
        return (
          <g key={first}>
            {isFilled && points.length > 1 && <path className={`area ${tone}`} d={`${path}L${end} ${frame.ground}L${frame.x(first).toFixed(1)} ${frame.ground}z`} />}
            {points.length > 1 ? <path className={`stroke ${tone}`} d={path} /> : <Dot tone={tone} x={frame.x(first)} y={frame.y(points[0] ?? 0)} />}
          </g>
        );
      })}
      {frame.active !== null && values[frame.active] != null && <Dot tone={tone} x={frame.x(frame.active)} y={frame.y(values[frame.active] ?? 0)} />}
    </g>
  );
}

function Dot({ tone, x, y }: { tone: string; x: number; y: number }) {
  return <circle className={`dot ${tone}`} cx={x} cy={y} r={3.5} />;
}

/** The values that follow each other without a gap, with the point each stretch begins at. */
function stretches(values: (number | null)[]): [number, number[]][] {
  const found: [number, number[]][] = [];
  values.forEach((value, point) => {
    if (value === null) {
      return;
    }
    const before = found.at(-1);
    if (before && before[0] + before[1].length === point) {
      before[1].push(value);
    } else {
      found.push([point, [value]]);
    }
  });
  return found;
}
