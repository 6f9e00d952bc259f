/** A colour with a meaning of its own; what it means is always written beside it. */
export type Tone = 'green' | 'blue' | 'amber' | 'red' | 'grey';

/** One row of figures, a value for every point; null where there is none. */
export interface Series {
  key: string;
  label: string;
  tone: Tone;
  values: (number | null)[];
}

/** What every chart over time is told. */
export interface ChartProps {
  /** What is shown, for those who do not see it. */
  label: string;
  /** What a point is: a day, a week. */
  pointLabel: string;
  /** The points from left to right, as one writes them out. */
  points: string[];
  /** The points as they are written below the axis, where there is little room. */
  ticks: string[];
  series: Series[];
  format(value: number): string;
  /** How far apart the lines of the axis may be, rising; round numbers where nothing is said. */
  steps?: readonly number[];
}

/** The sum of a point's values. */
export function total(series: Series[], point: number): number {
  return series.reduce((sum, { values }) => sum + (values[point] ?? 0), 0);
}

/** Whether there is anything to show. */
export function isEmpty(series: Series[]): boolean {
  return series.every(({ values }) => values.every(value => !value));
}

/** A value in words; a dash where there is none. */
export function spoken(value: number | null | undefined, format: (value: number) => string): string {
  return value === null || value === undefined ? '–' : format(value);
}
