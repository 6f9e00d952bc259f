import { useState, type FormEvent } from 'react';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import { Icon } from '../ui/Icon';
import { Meters } from './Meters';
import { useText } from './messages';
import { Timeline } from './Timeline';
import { Transcript } from './Transcript';
import type { useTalk } from './useTalk';
import './talk.css';

/**
 * A conversation with an agent, by voice or by typing, with everything that happens in it.
 *
 * @param isInside whether what only concerns those who run the agent is shown
 */
export function TalkPanel({ of, agentName, isInside = true, isTypingOnly = false }: {
  of: ReturnType<typeof useTalk>;
  agentName: string;
  isInside?: boolean;
  isTypingOnly?: boolean;
}) {
  const text = useText();
  const { talk, isLive } = of;
  return (
    <div className="talk">
      <div className="row">
        {!isLive && !isTypingOnly && <Button kind="main" isDisabled={!of.isReady} onPress={() => of.start(true)}><Icon name="mic" />{text('speak')}</Button>}
        {!isLive && <Button kind={isTypingOnly ? 'main' : 'plain'} isDisabled={!of.isReady} onPress={() => of.start(false)}><Icon name="chat" />{text('type')}</Button>}
        {isLive && <Button kind="danger" onPress={of.hangUp}><Icon name="hangUp" />{text('end')}</Button>}
        {talk && <span className="state" data-state={talk.state} role="status">{text(talk.state)}</span>}
      </div>
      {talk?.problem && <p className="notice" role="alert">{text(talk.problem, { detail: talk.detail })}</p>}
      {talk?.isSpoken && isLive && <Meters levels={of.levels} />}
      {talk && isInside && talk.isSpoken && <Timeline talk={talk} />}
      {talk && <Transcript lines={talk.lines} agentName={agentName} isInside={isInside} />}
      {isLive && <Typing onSay={of.write} />}
      {isInside && talk?.state === 'ended' && talk.conversationId && (
        <a href={`/console/conversations/${talk.conversationId}`}>{text('open')}</a>
      )}
    </div>
  );
}

function Typing({ onSay }: { onSay(words: string): void }) {
  const text = useText();
  const [words, setWords] = useState('');
  const say = (event: FormEvent) => {
    event.preventDefault();
    if (words.trim()) {
      onSay(words.trim());
      setWords('');
    }
  };
  return (
    <form className="typing" onSubmit={say}>
      <Field label={<span className="unseen">{text('say')}</span>} placeholder={text('say')} value={words} onChange={setWords} maxLength={2_000} autoComplete="off" />
      <Button type="submit" aria-label={text('send')}><Icon name="send" /></Button>
    </form>
  );
}
