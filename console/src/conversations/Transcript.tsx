import { useEffect, useRef } from 'react';
import { useSearch } from '@tanstack/react-router';
import type { Schema } from '../api/client';
import { duration, instant } from '../messages/format';
import { Icon } from '../ui/Icon';
import { Card } from '../ui/Page';
import { Highlight } from './Highlight';
import { useText } from './messages';
import type { Conversation } from './queries';

type Line = Schema<'DialogLine'>;

/** How far into the conversation a line was said, in seconds. */
export function secondsInto(record: Conversation, line: Line): number {
  return record.timestampStart ? Math.max(0, (instant(line.timestamp).getTime() - instant(record.timestampStart).getTime()) / 1_000) : 0;
}

/**
 * What was said, line by line.
 *
 * @param now how far the recording has been heard, in seconds; null without one
 * @param onHear null where there is nothing to hear
 */
export function Transcript({ record, now, onHear }: { record: Conversation; now: number | null; onHear: ((line: Line) => void) | null }) {
  const text = useText();
  const { q = '' } = useSearch({ strict: false });
  const list = useRef<HTMLOListElement>(null);
  const lines = record.transcriptText ?? [];
  const current = now ? lines.findLastIndex(line => secondsInto(record, line) <= now + 0.3) : -1;
  useEffect(() => {
    list.current?.children[current]?.scrollIntoView({ block: 'nearest', behavior: 'smooth' });
  }, [current]);
  return (
    <Card title={text('transcript')}>
      {lines.length === 0 && <p className="faint">{text('noTranscript')}</p>}
      <ol className="lines" ref={list}>
        {lines.map((line, index) => (
          <li key={index} data-who={line.speaker === 'USER' ? 'caller' : line.speaker === 'AI' ? 'agent' : 'tool'} aria-current={index === current || undefined}>
            {onHear ? (
              <button type="button" className="time" onClick={() => onHear(line)} aria-label={`${text('hear')}: ${duration(secondsInto(record, line))}`}>{duration(secondsInto(record, line))}</button>
            ) : <span className="time">{duration(secondsInto(record, line))}</span>}
            <span className="who">{text(SPEAKERS[line.speaker])}</span>
            <span className="words">
              <Highlight text={line.message} words={q} />
              {(line.sources ?? []).map(source => (
                <span key={source.passageId} className="line-source"><Icon name="book" size={14} />{text('source', { title: [source.title, ...(source.headings ?? [])].join(' › ') })}</span>
              ))}
            </span>
          </li>
        ))}
      </ol>
    </Card>
  );
}

const SPEAKERS = { USER: 'user', AI: 'ai', TOOL: 'tool', 'AI - TOOL REQUEST': 'asked' } as const;
