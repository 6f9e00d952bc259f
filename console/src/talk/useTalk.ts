import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { askEars, Call, type Connect } from './call';
import type { Talk } from './talk';

/** The one conversation a page has at a time. */
export function useTalk(connect: Connect, language: string) {
  const ears = useQuery({ queryKey: ['ears'], queryFn: askEars, staleTime: Infinity });
  const call = useRef<Call | null>(null);
  const [talk, setTalk] = useState<Talk | null>(null);
  useEffect(() => () => call.current?.hangUp(), []);
  const start = useCallback((isSpoken: boolean) => {
    if (!ears.data) {
      return;
    }
    call.current?.hangUp();
    const next = new Call(isSpoken, language, ears.data, seen => call.current === next && setTalk(seen));
    call.current = next;
    void next.open(connect);
  }, [connect, ears.data, language]);
  return {
    talk,
    isReady: ears.data !== undefined,
    isLive: talk !== null && talk.state !== 'ended',
    start,
    write: (words: string) => call.current?.write(words),
    hangUp: () => call.current?.hangUp(),
    levels: () => call.current?.levels() ?? { own: 0, agent: 0 },
  };
}
