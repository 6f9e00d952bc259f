import type { Schema } from '../api/client';

export type Period = Schema<'AggregationPeriod'>;

/** The days that are looked at, both included, written 2026-11-27. */
export interface Range {
  from: string;
  to: string;
}

/** Ranges that end today, by their number of days, as addresses write them. */
export const CHOICES = ['7d', '30d', '90d'] as const;
export type Last = (typeof CHOICES)[number];

const USUAL: Last = '30d';
const DAY_MILLIS = 86_400_000;
const MOST_DAYS = 3_650;
const MOST_BARS = 100;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** A day so many days after another. */
export function shifted(day: string, by: number): string {
  return new Date(Date.parse(day) + by * DAY_MILLIS).toISOString().slice(0, 10);
}

/** How many days a range has. */
export function days({ from, to }: Range): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MILLIS) + 1;
}

/** What an address says of a range. */
export type RangeSearch = Partial<Record<'last' | 'from' | 'to', string>>;

/** The range an address asks for; the last thirty days when it asks for none that makes sense. */
export function rangeOf(search: RangeSearch, today: string): Range {
  const { from, to } = search;
  if (isOwn(search) && isDay(from) && isDay(to)) {
    return { from, to };
  }
  return { from: shifted(today, 1 - Number.parseInt(lastOf(search))), to: today };
}

/** Which of the choices an address asks for. */
export function lastOf({ last }: RangeSearch): Last {
  return CHOICES.find(choice => choice === last) ?? USUAL;
}

/** Whether an address has days of its own. */
export function isOwn({ from, to }: RangeSearch): boolean {
  return isDay(from) && isDay(to) && from <= to && days({ from, to }) <= MOST_DAYS;
}

function isDay(text: string | undefined): text is string {
  return text !== undefined && DATE.test(text) && !Number.isNaN(Date.parse(text));
}

/** As many days as a range has, right before it. */
export function before(range: Range): Range {
  return { from: shifted(range.from, -days(range)), to: shifted(range.from, -1) };
}

/** How wide a bar is, so that there is room for all of them. */
export function periodOf(range: Range): Period {
  const count = days(range);
  return count <= MOST_BARS ? 'DAILY' : count <= 7 * MOST_BARS ? 'WEEKLY' : 'MONTHLY';
}

/** The day it is, or was, in a time zone. */
export function dayIn(zone: string, at: Date): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(at);
}

/** An organization's time zone as browsers know it. */
export function zoneName(timezone: string | undefined): string {
  return !timezone || timezone === 'Z' ? 'UTC' : timezone;
}

/** The first day of the bucket a day lies in, as the server counts them: weeks from Monday. */
export function bucketOf(day: string, period: Period): string {
  switch (period) {
    case 'DAILY': return day;
    case 'WEEKLY': return shifted(day, -((new Date(day).getUTCDay() + 6) % 7));
    case 'MONTHLY': return `${day.slice(0, 8)}01`;
  }
}
