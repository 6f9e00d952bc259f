import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api, asked, askedPage, type Schema } from '../api/client';
import { useChange } from '../api/change';
import { usePages } from '../api/pages';
import { askedVersioned, ifMatch, type Versioned } from '../api/versioned';
import { useHivesText } from './messages';
import { useHiveText } from './pageMessages';
import { isBeingRead } from './reading';

const LOOK_AGAIN_MILLIS = 3_000;

const hiveKey = (hiveId: string) => ['hives', 'one', hiveId];
const agentsKey = (hiveId: string) => ['hives', 'agents', hiveId];
const path = (hiveId: string) => ({ path: { hive_id: hiveId } });

/** Hives, newest first; looks again while one of them is being read. */
export function useHives({ type, status }: { type: string | undefined; status: string | undefined }) {
  const query = usePages(['hives', 'list', type, status], cursor => askedPage(api.GET('/v1/hives', {
    params: {
      query: {
        limit: 50,
        ...(cursor ? { cursor } : { count: true }),
        ...(type && { search_by: 'hiveType', search_value: type }),
        ...(status && { status }),
      },
    },
  })));
  const isAnyRead = query.items?.some(isBeingRead) ?? false;
  const { refetch } = query;
  useEffect(() => {
    if (!isAnyRead) {
      return;
    }
    const timer = setInterval(() => void refetch(), LOOK_AGAIN_MILLIS);
    return () => clearInterval(timer);
  }, [isAnyRead, refetch]);
  return query;
}

/** One hive, which keeps itself up to date while it is being read. */
export function useHive(hiveId: string) {
  const query = useQuery({
    queryKey: hiveKey(hiveId),
    queryFn: () => askedVersioned(api.GET('/v1/hives/{hive_id}', { params: path(hiveId) })),
    // should the events not come through
    refetchInterval: ({ state }) => (state.data && isBeingRead(state.data.item) ? 2 * LOOK_AGAIN_MILLIS : false),
  });
  useHiveEvents(hiveId, query.data !== undefined && isBeingRead(query.data.item));
  return query;
}

/** Hears from the server how far the reading has come. */
function useHiveEvents(hiveId: string, isOn: boolean) {
  const queries = useQueryClient();
  useEffect(() => {
    if (!isOn) {
      return;
    }
    const events = new EventSource(`/v1/hives/${encodeURIComponent(hiveId)}/events`);
    const over = () => {
      events.close();
      void queries.invalidateQueries({ queryKey: ['hives'] });
    };
    events.addEventListener('progress', ({ data }: MessageEvent<string>) => {
      const { status, internalProps } = JSON.parse(data) as Pick<Schema<'Hive'>, 'status'> & Pick<Schema<'HiveContentOutput'>, 'internalProps'>;
      queries.setQueryData<Versioned<Schema<'Hive'>>>(hiveKey(hiveId), known =>
        known && { ...known, item: { ...known.item, status, content: { ...known.item.content, internalProps: internalProps ?? null } } });
      if (!isBeingRead({ status })) {
        over();
      }
    });
    events.addEventListener('gone', over);
    return () => events.close();
  }, [hiveId, isOn, queries]);
}

export function useCreateHive(onDone: (hive: Schema<'Hive'>) => void) {
  const text = useHivesText();
  return useChange((body: Schema<'HiveContentInput'>) => asked(api.POST('/v1/hives', { body })), { touches: [['hives']], done: text('created'), onDone });
}

export function useSaveHive(hiveId: string) {
  const text = useHiveText();
  return useChange(
    ({ body, etag }: { body: Schema<'HiveContentOutput'>; etag: string | null }) =>
      asked(api.PUT('/v1/hives/{hive_id}', { params: { ...path(hiveId), header: ifMatch(etag) }, body })),
    { touches: [['hives']], done: text('saved') },
  );
}

export function useReadAgain(hiveId: string) {
  const text = useHiveText();
  return useChange(() => asked(api.POST('/v1/hives/{hive_id}/ingest', { params: path(hiveId) })), { touches: [['hives']], done: text('againDone') });
}

export function useDeleteHive(onDone?: () => void) {
  const text = useHivesText();
  const queries = useQueryClient();
  return useChange((hiveId: string) => asked(api.DELETE('/v1/hives/{hive_id}', { params: path(hiveId) })), {
    touches: [['hives', 'list'], ['hives', 'documents'], ['agents']],
    done: text('deleted'),
    onDone: (_, hiveId) => {
      onDone?.();
      queries.removeQueries({ queryKey: hiveKey(hiveId) });
    },
  });
}

/** What is found for a question; nothing is asked without one. */
export function useFindings(hiveId: string, question: string) {
  return useQuery({
    queryKey: ['hives', 'search', hiveId, question],
    queryFn: () => asked(api.GET('/v1/hives/{hive_id}/search', { params: { ...path(hiveId), query: { q: question, limit: 8 } } })),
    enabled: question !== '',
  });
}

export function useHiveAgents(hiveId: string) {
  return useQuery({
    queryKey: agentsKey(hiveId),
    queryFn: () => asked(api.GET('/v1/hives/{hive_id}/ai-agents', { params: path(hiveId) })),
  });
}

/** Gives what is in a hive to an agent, or takes it away. */
export function useLinkAgent(hiveId: string, to: 'linked' | 'unlinked') {
  const text = useHiveText();
  const link = '/v1/hives/{hive_id}/ai-agents/{agent_id}/link';
  return useChange((agentId: string) => {
    const params = { path: { hive_id: hiveId, agent_id: agentId } };
    return asked(to === 'linked' ? api.POST(link, { params }) : api.DELETE(link, { params }));
  }, { touches: [agentsKey(hiveId), ['agents']], done: text(to) });
}
