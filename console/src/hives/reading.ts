import type { Schema } from '../api/client';
import { isObject } from '../ui/json';

/** Something that was not read. */
export interface Skipped {
  place: string;
  reason: string;
}

/** What the server notes while it reads a hive. */
export interface Reading {
  unit: 'pages' | 'files' | 'conversations';
  done: number;
  total: number;
  unchanged: number;
  duplicates: number;
  passages: number;
  skippedCount: number;
  skipped: Skipped[];
  notes: string[];
  /** What is being read just now, and how far into it. */
  current: string | null;
  page: number | null;
  pages: number | null;
  error: string | null;
  attempts: number;
  startedAt: string | null;
  finishedAt: string | null;
}

const units = { WEBSITE: 'pages', GOOGLE_DOCS: 'files', DOCS: 'files', TRANSCRIPTS: 'conversations' } as const;

/** Whether a hive is not read to its end yet. */
export function isBeingRead(hive: Pick<Schema<'Hive'>, 'status'>): boolean {
  return hive.status === 'pending' || hive.status === 'processing';
}

/** How far a hive has been read; null before anybody began. */
export function readingOf({ content: { hiveType, internalProps } }: Schema<'Hive'>): Reading | null {
  if (!internalProps || internalProps.started_at === undefined) {
    return null;
  }
  const number = (name: string) => (typeof internalProps[name] === 'number' ? internalProps[name] : 0);
  const words = (name: string) => (typeof internalProps[name] === 'string' ? internalProps[name] : null);
  const list = (name: string): unknown[] => (Array.isArray(internalProps[name]) ? internalProps[name] : []);
  const unit = words('unit');
  return {
    unit: unit === 'pages' || unit === 'files' || unit === 'conversations' ? unit : units[hiveType],
    done: number('done'),
    total: number('total'),
    unchanged: number('unchanged'),
    duplicates: number('duplicates'),
    passages: number('passages'),
    skippedCount: number('skipped_count'),
    skipped: list('skipped').filter(isObject).map(one => ({ place: String(one.place ?? ''), reason: String(one.reason ?? '') })),
    notes: list('notes').map(String),
    current: words('current'),
    page: number('current_page') || null,
    pages: number('current_pages') || null,
    error: words('last_error'),
    attempts: number('attempts'),
    startedAt: words('started_at'),
    finishedAt: words('finished_at'),
  };
}

/** From 0 to 1; null while nobody knows how much there is. */
export function share({ done, total, page, pages }: Reading): number | null {
  return total === 0 ? null : Math.min(1, (done + (page && pages ? (page - 1) / pages : 0)) / total);
}
