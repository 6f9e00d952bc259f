import { keepPreviousData, useInfiniteQuery, type QueryKey } from '@tanstack/react-query';
import type { Page } from './client';

/** A list that grows page by page, by the cursor each page came with. */
export function usePages<Item>(queryKey: QueryKey, ask: (cursor: string | undefined) => Promise<Page<Item>>) {
  const query = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam }) => ask(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: page => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });
  return {
    ...query,
    /** Everything loaded so far; undefined while nothing is. */
    items: query.data?.pages.flatMap(page => page.items),
    total: query.data?.pages[0]?.total ?? null,
  };
}
