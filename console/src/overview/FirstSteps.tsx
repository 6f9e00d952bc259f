import { Link, type LinkProps } from '@tanstack/react-router';
import { useState } from 'react';
import { useMay } from '../session/session';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { Card } from '../ui/Page';
import { useText } from './messages';
import { useSteps } from './useSteps';

const HIDDEN = 'parley.first-steps';

/** What to do on the first day; each step ticks itself off, and with the last one the list is gone. */
export function FirstSteps() {
  const text = useText();
  const mayWrite = useMay('WRITE');
  const steps = useSteps();
  const [isHidden, setHidden] = useState(() => localStorage.getItem(HIDDEN) === 'hidden');
  if (!mayWrite || isHidden || !steps || steps.isDone) {
    return null;
  }
  const hide = () => {
    localStorage.setItem(HIDDEN, 'hidden');
    setHidden(true);
  };
  const list = [
    { key: 'talk', isDone: steps.hasTalked, link: steps.firstAgent ? { to: '/agents/$agentId', params: { agentId: steps.firstAgent } } : { to: '/agents' } },
    { key: 'make', isDone: steps.hasAgent, link: { to: '/agents/new' } },
    { key: 'teach', isDone: steps.hasHive, link: { to: '/hives' } },
    { key: 'connect', isDone: steps.hasNumber, link: { to: '/phones' } },
  ] as const satisfies { key: string; isDone: boolean; link: LinkProps }[];
  return (
    <Card title={text('firstSteps')} actions={<Button kind="quiet" onPress={hide}>{text('hide')}</Button>}>
      <ol className="steps">
        {list.map(({ key, isDone, link }, i) => (
          <li key={key} data-done={isDone || undefined}>
            <span className="tick" aria-hidden="true">{isDone ? <Icon name="check" size={16} /> : i + 1}</span>
            <span className="grow">
              {isDone ? <span>{text(key)}</span> : <Link {...link}>{text(key)}</Link>}
              <span className="unseen">{isDone ? text('done') : text('toDo')}</span>
              <span className="hint">{text(`${key}Why`)}</span>
            </span>
          </li>
        ))}
      </ol>
    </Card>
  );
}
