const ROUND = [1, 2, 5, 10];
const LINES = 4;

/** Steps of things that are counted. */
export const WHOLE: readonly number[] = Array.from({ length: 9 }, (_, power) => ROUND.slice(0, 3).map(round => round * 10 ** power)).flat();

/** Steps of times in seconds, from one second to days. */
export const TIMES: readonly number[] = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 14_400, 28_800, 86_400];

/** Values from 0 to at least `highest`, so few that each can be written beside its line. */
export function axis(highest: number, steps?: readonly number[]): number[] {
  const rough = (highest > 0 ? highest : 1) / LINES;
  const step = steps?.find(one => one >= rough) ?? roundStep(rough);
  const count = Math.max(1, Math.ceil(highest / step));
  return Array.from({ length: count + 1 }, (_, i) => i * step);
}

function roundStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  return (ROUND.find(round => round * power >= rough) ?? 10) * power;
}

/** Every how many points there is room for a label. */
export function every(points: number, width: number, labelWidth: number): number {
  return Math.max(1, Math.ceil((points * labelWidth) / Math.max(width, 1)));
}
