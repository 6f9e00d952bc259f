import { useEffect, useRef } from 'react';
import { Icon } from '../ui/Icon';
import { useText } from './messages';
import { Stages } from './Stages';
import type { Line } from './talk';

/** What was said and done so far; the newest is always seen. */
export function Transcript({ lines, agentName, isInside }: { lines: Line[]; agentName: string; isInside: boolean }) {
  const text = useText();
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    list.current?.lastElementChild?.scrollIntoView({ block: 'nearest' });
  }, [lines]);
  const shown = isInside ? lines : lines.filter(line => line.who !== 'tool');
  return (
    <ol className="transcript" ref={list} role="log" aria-live="polite" aria-label={text('transcript')} tabIndex={0}>
      {shown.map((line, index) => <Entry key={index} line={line} agentName={agentName} isInside={isInside} />)}
    </ol>
  );
}

function Entry({ line, agentName, isInside }: { line: Line; agentName: string; isInside: boolean }) {
  const text = useText();
  switch (line.who) {
    case 'caller':
      return <li className="said caller" data-partial={line.isPartial || undefined}><b>{text('you')}</b>{line.text}</li>;
    case 'tool':
      return (
        <li className="said tool">
          <b><Icon name="action" size={16} /> {line.name}</b>
          <code>{line.arguments}</code>
          <span>{line.answer === null ? text('waiting') : `${line.succeeded ? '' : `${text('failed')}: `}${line.answer}`}</span>
        </li>
      );
    case 'agent':
      return (
        <li className="said agent">
          <b>{agentName || text('agent')}</b>
          {line.text}
          {line.isCut && <em> — {text('cut')}</em>}
          {isInside && line.sources.length > 0 && (
            <ul className="sources">
              {line.sources.map(source => <li key={source.passageId}><Icon name="book" size={16} />{text('from', { title: [source.title, ...(source.headings ?? [])].join(' › ') })}</li>)}
            </ul>
          )}
          {isInside && line.latency !== null && <Stages stages={line.stages} />}
        </li>
      );
  }
}
