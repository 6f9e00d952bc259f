import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { api, asked, askedPage, type Schema } from '../api/client';
import { instant } from '../messages/format';
import type { Call } from './callFigures';
import { before, periodOf, shifted, type Range } from './range';

export type ProspectStatus = Schema<'ProspectStatus'>;
export type Metric = 'CALLS' | 'PROSPECTS' | 'INTERESTED' | 'NOT_INTERESTED' | 'ENDED' | 'TALKED' | 'MEDIAN';
export type Metrics = Record<`${Metric}` | `${Metric}.before`, Schema<'MetricResponseDataPoint'>[]>;

/** In the order in which a prospect goes on. */
export const STATUSES: ProspectStatus[] = [
  'NEW', 'GENERAL_ENQUIRY', 'SCHEDULED_CALLBACK_WITH_BOT', 'SCHEDULED_APPOINTMENT_WITH_PERSON', 'SCHEDULED_APPOINTMENT_FOR_SERVICE',
  'PRODUCT_ORDER_PLACED', 'SERVICE_ORDER_PLACED', 'NOT_INTERESTED',
];

const SERIES: [Metric, Schema<'MetricName'>, Schema<'AggregationFormula'>][] = [
  ['CALLS', 'CALLS', 'COUNT'], ['PROSPECTS', 'PROSPECTS', 'COUNT'], ['INTERESTED', 'INTERESTED', 'COUNT'], ['NOT_INTERESTED', 'NOT_INTERESTED', 'COUNT'],
  ['ENDED', 'CALL_DURATION', 'COUNT'], ['TALKED', 'CALL_DURATION', 'SUM'], ['MEDIAN', 'CALL_DURATION', 'MEDIAN'],
];
const PAGE = 100;
const MOST_PAGES = 10;
const LIVE_MILLIS = 5_000;
/** No call lasts longer; what has no end after that was stored without one. */
const LONGEST_CALL_MILLIS = 4 * 3_600_000;

/** The series of a range, and of as many days before it. */
export function useMetrics(range: Range) {
  return useQuery({
    queryKey: ['metrics', range],
    placeholderData: keepPreviousData,
    queryFn: async () => {
      const { from, to } = range;
      const earlier = before(range);
      const common = { aggregationPeriod: periodOf(range) };
      const requests = SERIES.flatMap(([id, name, aggregationFormula]) => [
        { ...common, id, name, aggregationFormula, fromDate: from, toDate: to },
        { ...common, id: `${id}.before`, name, aggregationFormula, fromDate: earlier.from, toDate: earlier.to },
      ]);
      const { responses } = await asked(api.POST('/v1/metrics', { body: { requests } }));
      return Object.fromEntries(responses.map(({ id, datapoints }) => [id, datapoints])) as Metrics;
    },
  });
}

export function useStats() {
  return useQuery({ queryKey: ['stats'], queryFn: async () => (await asked(api.GET('/v1/stats'))).response });
}

/** The latest calls of a range, each with what the metrics do not tell; `isAll` is false where there were too many to read. */
export function useCalls(range: Range) {
  return useQuery({
    queryKey: ['conversations', 'figures', range],
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    queryFn: async () => {
      // days begin at other times elsewhere; the buckets sort out what is outside
      const first = Date.parse(shifted(range.from, -1));
      const calls: Call[] = [];
      let cursor: string | undefined;
      for (let page = 0; page < MOST_PAGES; page++) {
        const { items, next } = await askedPage(api.GET('/v1/conversations', {
          params: {
            query: {
              limit: PAGE, sort_by: 'timestampStart', sort_order: 'desc', updated_after: new Date(first).toISOString().slice(0, 19),
              fields: 'timestampStart,conversationAnalytics,conversationStats', ...(cursor && { cursor }),
            },
          },
        }));
        calls.push(...items);
        if (!next || items.some(call => call.timestampStart && instant(call.timestampStart).getTime() < first)) {
          return { calls, isAll: true };
        }
        cursor = next;
      }
      return { calls, isAll: false };
    },
  });
}

/** The calls that are going on: those without an end stand before all others. */
export function useLiveCalls() {
  return useQuery({
    queryKey: ['conversations', 'live'],
    refetchInterval: LIVE_MILLIS,
    queryFn: async () => {
      const { items } = await askedPage(api.GET('/v1/conversations', {
        params: { query: { limit: PAGE, sort_by: 'timestampEnd', sort_order: 'desc', fields: 'timestampStart,timestampEnd,aiAgentId,sourceType,source' } },
      }));
      return items.filter(({ timestampStart, timestampEnd }) =>
        !timestampEnd && timestampStart && Date.now() - instant(timestampStart).getTime() < LONGEST_CALL_MILLIS);
    },
  });
}

export function useRecentCalls() {
  return useQuery({
    queryKey: ['conversations', 'recent'],
    queryFn: () => askedPage(api.GET('/v1/conversations', {
      params: { query: { limit: 8, sort_by: 'timestampStart', sort_order: 'desc', fields: 'timestampStart,timestampEnd,aiAgentId,sourceType,source,conversationAnalytics' } },
    })),
  });
}

/** How many prospects there are of each status, at whatever time they were made. */
export function useProspectCounts() {
  return useQueries({
    queries: STATUSES.map(status => ({
      queryKey: ['prospects', 'count', status],
      queryFn: async () => (await askedPage(api.GET('/v1/prospects', { params: { query: { status, limit: 1, count: true, fields: 'name' } } }))).total ?? 0,
    })),
    combine: all => ({
      data: all.every(({ data }) => data !== undefined) ? all.map(({ data }) => data ?? 0) : undefined,
      isError: all.some(({ isError }) => isError),
      error: all.find(({ error }) => error)?.error ?? null,
      refetch: () => all.forEach(({ refetch }) => void refetch()),
    }),
  });
}
