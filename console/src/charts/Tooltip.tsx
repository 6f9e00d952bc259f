import { spoken, type ChartProps } from './series';

const WIDTH = 176;

/** The figures of the point somebody looks at, beside it. */
export function Tooltip({ chart: { points, series, format }, point, at, width }: { chart: ChartProps; point: number; at: number; width: number }) {
  const isRight = at + WIDTH + 16 > width;
  const left = isRight ? Math.max(0, at - WIDTH - 12) : at + 12;
  return (
    <div className="tooltip small" style={{ left, width: WIDTH }} aria-hidden="true">
      <strong>{points[point]}</strong>
      {series.map(({ key, label, tone, values }) => (
        <span key={key}><span className={`swatch ${tone}`} /><span className="grow">{label}</span><span className="numbers">{spoken(values[point], format)}</span></span>
      ))}
    </div>
  );
}
