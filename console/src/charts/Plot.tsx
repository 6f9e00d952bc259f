import { useRef, useState, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import { Figures } from './Figures';
import { Legend } from './Legend';
import { every } from './scale';
import { spoken, type ChartProps } from './series';
import { Tooltip } from './Tooltip';
import { useWidth } from './useWidth';
import './charts.css';

const HEIGHT = 200;
const TOP = 8;
const BOTTOM = 24;
const LABEL_WIDTH = 72;
const CHARACTER_WIDTH = 7;

/** Where things are on the sheet, in pixels. */
export interface Frame {
  /** The middle of a point's stripe. */
  x(point: number): number;
  y(value: number): number;
  /** How wide the stripe of a point is. */
  stripe: number;
  /** Where 0 is. */
  ground: number;
  /** The point somebody looks at. */
  active: number | null;
}

/** The axes of a chart over time, and what tells the figures of a point to pointers, keys and screen readers. */
export function Plot({ lines, children, ...chart }: ChartProps & { lines: number[]; children(frame: Frame): ReactNode }) {
  const { label, points, ticks, series, format } = chart;
  const holder = useRef<HTMLDivElement>(null);
  const width = useWidth(holder);
  const [active, setActive] = useState<number | null>(null);
  const left = Math.max(...lines.map(line => format(line).length)) * CHARACTER_WIDTH + 10;
  const stripe = Math.max(width - left, 1) / Math.max(points.length, 1);
  const ground = HEIGHT - BOTTOM;
  const top = lines.at(-1) ?? 1;
  const frame: Frame = {
    x: point => left + (point + 0.5) * stripe,
    y: value => ground - (value / top) * (ground - TOP),
    stripe, ground, active,
  };
  const last = points.length - 1;
  const step = every(points.length, width - left, LABEL_WIDTH);
  const look = ({ clientX, currentTarget }: PointerEvent) => {
    const at = Math.floor((clientX - currentTarget.getBoundingClientRect().left - left) / stripe);
    setActive(Math.min(last, Math.max(0, at)));
  };
  const press = (event: KeyboardEvent) => {
    const from = active ?? last;
    const to = { ArrowLeft: from - 1, ArrowDown: from - 1, ArrowRight: from + 1, ArrowUp: from + 1, Home: 0, End: last }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      setActive(Math.min(last, Math.max(0, to)));
    }
  };
  const said = (point: number) => [points[point], ...series.map(one => `${one.label}: ${spoken(one.values[point], format)}`)].join(', ');
  return (
    <figure className="chart">
      {series.length > 1 && <Legend series={series} />}
      <div ref={holder} className="plot" role="slider" tabIndex={0} aria-label={label} aria-valuemin={0} aria-valuemax={last} aria-valuenow={active ?? last} aria-valuetext={said(active ?? last)}
        onPointerMove={look} onPointerDown={look} onPointerLeave={() => setActive(null)} onFocus={() => setActive(active ?? last)} onBlur={() => setActive(null)} onKeyDown={press}>
        <svg width={width} height={HEIGHT} aria-hidden="true">
          {active !== null && <rect className="stripe" x={frame.x(active) - stripe / 2} y={TOP} width={stripe} height={ground - TOP} />}
          {lines.map(line => (
            <g key={line}>
              <line className={line === 0 ? 'axis' : 'rule'} x1={left} x2={width} y1={Math.round(frame.y(line)) + 0.5} y2={Math.round(frame.y(line)) + 0.5} />
              <text x={left - 8} y={frame.y(line)} dy="0.32em" textAnchor="end">{format(line)}</text>
            </g>
          ))}
          {ticks.map((tick, point) => (last - point) % step === 0 && (
            <text key={point} x={Math.min(frame.x(point), width - LABEL_WIDTH / 2 + 14)} y={HEIGHT - 6} textAnchor="middle">{tick}</text>
          ))}
          {width > 0 && children(frame)}
        </svg>
        {active !== null && <Tooltip chart={chart} point={active} at={frame.x(active)} width={width} />}
      </div>
      <Figures chart={chart} />
    </figure>
  );
}
