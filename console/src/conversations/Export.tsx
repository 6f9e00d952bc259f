import { useRef, useState } from 'react';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { useToast } from '../ui/Toasts';
import { pieces } from './export';
import { useText } from './messages';
import type { Filter } from './queries';

/** Writes everything that fits into a file, and says how far it is. */
export function Export({ filter }: { filter: Filter }) {
  const text = useText();
  const toast = useToast();
  const [count, setCount] = useState<number | null>(null);
  const stop = useRef<AbortController | null>(null);
  const run = async (kind: 'csv' | 'json') => {
    const controller = new AbortController();
    stop.current = controller;
    setCount(0);
    try {
      const parts: string[] = [];
      for await (const piece of pieces(filter, kind, controller.signal, setCount)) {
        parts.push(piece);
      }
      save(new Blob(parts, { type: kind === 'csv' ? 'text/csv;charset=utf-8' : 'application/json' }), `conversations.${kind}`);
      toast(text('exported'));
    } catch (problem) {
      if (!controller.signal.aborted) {
        toast(text('exportFailed', { reason: problem instanceof Error ? problem.message : String(problem) }), { isBad: true });
      }
    } finally {
      setCount(null);
    }
  };
  return count === null ? (
    <div className="row" role="group" aria-label={text('export')}>
      <Icon name="upload" size={16} />
      <Button onPress={() => void run('csv')} aria-label={`${text('export')}: CSV`}>{text('exportCsv')}</Button>
      <Button onPress={() => void run('json')} aria-label={`${text('export')}: JSON`}>{text('exportJson')}</Button>
    </div>
  ) : (
    <div className="row" role="status">
      <span className="numbers">{text('exporting', { count })}</span>
      <Button onPress={() => stop.current?.abort()}>{text('stop')}</Button>
    </div>
  );
}

function save(file: Blob, name: string) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
