import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useReducer, useRef } from 'react';
import { Refusal, type Schema } from '../api/client';
import { endsIn } from './kinds';
import { useFilesText } from './messages';
import { keepInSession } from './queries';
import { useSize } from './size';
import { ConnectionLost, upload } from './upload';

/** A file on its way to the server. */
export interface Upload {
  key: number;
  file: File;
  state: 'waiting' | 'sending' | 'done' | 'failed';
  /** From 0 to 1. */
  sent: number;
  /** What is wrong, for people. */
  problem?: string;
  /** Whether trying again may help. */
  isWorthRetrying?: boolean;
  record?: Schema<'Files'>;
}

type Change = { add: Upload[] } | { key: number; with: Partial<Upload> } | { remove: number } | 'clear';

const AT_A_TIME = 3;

/** Sends files, each in a request of its own, so that one that is refused does not keep back the others. */
export function useUploads(endings: readonly string[]) {
  const [uploads, change] = useReducer(changed, []);
  const lastKey = useRef(0);
  const sending = useRef(new Map<number, AbortController>());
  const explain = useExplanation(endings);
  const queries = useQueryClient();

  const start = async ({ key, file }: Upload) => {
    const abort = new AbortController();
    sending.current.set(key, abort);
    change({ key, with: { state: 'sending', sent: 0 } });
    try {
      const record = await upload(file, sent => change({ key, with: { sent } }), abort.signal);
      keepInSession(queries, record);
      change({ key, with: { state: 'done', record } });
    } catch (problem) {
      change({ key, with: { state: 'failed', ...explain(problem) } });
    } finally {
      sending.current.delete(key);
    }
  };

  useEffect(() => {
    const room = AT_A_TIME - uploads.filter(({ state }) => state === 'sending').length;
    uploads.filter(({ state }) => state === 'waiting').slice(0, Math.max(0, room)).forEach(next => void start(next));
  });
  useEffect(() => {
    const open = sending.current;
    return () => open.forEach(abort => abort.abort());
  }, []);

  return {
    uploads,
    isBusy: uploads.some(({ state }) => state === 'waiting' || state === 'sending'),
    records: uploads.flatMap(({ record }) => record ?? []),
    add: (files: File[]) => change({ add: files.map(file => begun(++lastKey.current, file, endings, explain)) }),
    retry: (key: number) => change({ key, with: { state: 'waiting' } }),
    remove: (key: number) => {
      sending.current.get(key)?.abort();
      change({ remove: key });
    },
    clear: () => change('clear'),
  };
}

function begun(key: number, file: File, endings: readonly string[], explain: ReturnType<typeof useExplanation>): Upload {
  return endsIn(file.name, endings)
    ? { key, file, state: 'waiting', sent: 0 }
    : { key, file, state: 'failed', sent: 0, ...explain(new Refusal(415, undefined)) };
}

function changed(uploads: Upload[], change: Change): Upload[] {
  if (change === 'clear') {
    return [];
  }
  if ('add' in change) {
    return [...uploads, ...change.add];
  }
  if ('remove' in change) {
    return uploads.filter(({ key }) => key !== change.remove);
  }
  return uploads.map(one => one.key === change.key ? { ...one, ...change.with } : one);
}

/** What is wrong with a file, and whether sending it again may help. */
function useExplanation(endings: readonly string[]) {
  const text = useFilesText();
  const size = useSize();
  return (problem: unknown): Pick<Upload, 'problem' | 'isWorthRetrying'> => {
    if (problem instanceof ConnectionLost) {
      return { problem: text('lost'), isWorthRetrying: true };
    }
    if (!(problem instanceof Refusal)) {
      return { problem: String(problem), isWorthRetrying: true };
    }
    switch (problem.status) {
      case 413: return { problem: text('tooLarge', { reason: problem.message.replace(/(\d+) bytes/, (_, bytes: string) => size(Number(bytes))) }) };
      case 415: return { problem: text('wrongKind', { endings: endings.map(ending => `.${ending}`).join(', ') }) };
      default: return { problem: problem.message.replace(/^files\.\d+: /, ''), isWorthRetrying: problem.status !== 422 };
    }
  };
}
