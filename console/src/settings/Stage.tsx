import type { ReactNode } from 'react';
import { Badge } from '../ui/Page';
import { useText } from './messages';

/** One part of the server: what is known of it, how to try it, and what an operator sets. */
export function Stage({ title, state, isGood, settings, children }: {
  title: string;
  /** In a sentence. */
  state: string | null;
  /** null where the server does not tell. */
  isGood: boolean | null;
  settings: string[];
  children: ReactNode;
}) {
  const text = useText();
  return (
    <section className="stage">
      <header className="row"><h3 className="grow">{title}</h3>{isGood !== null && <Badge tone={isGood ? 'good' : 'warn'}>{text(isGood ? 'ready' : 'missing')}</Badge>}</header>
      <p className="small">{state ?? '…'}</p>
      <div className="try">{children}</div>
      <p className="hint">{text('setBy')} {settings.map(name => <code key={name}>{name} </code>)}</p>
    </section>
  );
}
