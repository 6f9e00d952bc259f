import type { Schema } from '../api/client';
import { instant } from '../messages/format';
import { bucketOf, dayIn, type Period } from './range';

/** What is read of each conversation for the figures the metrics do not have. */
export type Call = Pick<Schema<'ConversationOutput'>, 'id' | 'timestampStart' | 'timestampEnd' | 'conversationAnalytics' | 'conversationStats'>;

export type Sentiment = Schema<'CallSentiment'>;

/** How quick agents answered in one stretch of time, in milliseconds; null where no call tells. */
interface Quickness {
  typical: number | null;
  slow: number | null;
}

/** The calls of each bucket, in the order of the buckets. */
export function byBucket(calls: Call[], buckets: string[], period: Period, zone: string): Call[][] {
  const found = new Map(buckets.map(bucket => [bucket, [] as Call[]]));
  for (const call of calls) {
    if (call.timestampStart) {
      found.get(bucketOf(dayIn(zone, instant(call.timestampStart)), period))?.push(call);
    }
  }
  return [...found.values()];
}

/** How many of the calls were felt to be so; a call that has nothing said yet has no sentiment. */
export function felt(calls: Call[], sentiment: Sentiment): number {
  return calls.filter(({ conversationAnalytics: told }) => told?.summary && told.sentiment_of_caller === sentiment).length;
}

/** The median call's median answer, and the median call's slow answer: the one in twenty. */
export function quickness(calls: Call[]): Quickness {
  const told = calls.flatMap(({ conversationStats: stats }) => stats?.latency?.response ?? []);
  return { typical: median(told.map(({ p50 }) => p50)), slow: median(told.map(({ p95 }) => p95)) };
}

function median(values: number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  return upper === undefined || lower === undefined ? null : (upper + lower) / 2;
}
