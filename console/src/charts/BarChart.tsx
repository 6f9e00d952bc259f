import { Plot, type Frame } from './Plot';
import { axis } from './scale';
import { total, type ChartProps } from './series';

const WIDEST = 28;

/** A bar for every point; several series are stacked, the first at the bottom. */
export function BarChart(chart: ChartProps) {
  const highest = Math.max(0, ...chart.points.map((_, point) => total(chart.series, point)));
  return (
    <Plot {...chart} lines={axis(highest, chart.steps)}>
      {frame => chart.points.map((_, point) => <Bar key={point} chart={chart} point={point} frame={frame} />)}
    </Plot>
  );
}

function Bar({ chart: { series }, point, frame }: { chart: ChartProps; point: number; frame: Frame }) {
  const width = Math.max(1, Math.min(WIDEST, Math.round(frame.stripe * 0.7)));
  const left = Math.round(frame.x(point) - width / 2);
  return (
    <g className={frame.active === null || frame.active === point ? 'column' : 'column other'}>
      {series.map(({ key, tone, values }, i) => {
        const value = values[point] ?? 0;
        const below = total(series.slice(0, i), point);
        const top = Math.round(frame.y(below + value));
        const height = Math.round(frame.y(below)) - top;
        const isTop = total(series.slice(i + 1), point) === 0;
        return value > 0 && <path key={key} className={tone} d={column(left, top, width, Math.max(1, height - (i > 0 ? 1 : 0)), isTop ? 2 : 0)} />;
      })}
    </g>
  );
}

/** A rectangle whose upper corners are round. */
function column(left: number, top: number, width: number, height: number, radius: number): string {
  const round = Math.min(radius, height, width / 2);
  return `M${left} ${top + height}v${round - height}q0 ${-round} ${round} ${-round}h${width - 2 * round}q${round} 0 ${round} ${round}v${height - round}z`;
}
