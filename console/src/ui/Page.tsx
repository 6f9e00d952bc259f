import { Link, type LinkProps } from '@tanstack/react-router';
import { useEffect, type ReactNode } from 'react';
import { Button } from './Button';
import { Icon, type IconName } from './Icon';
import { useText } from './messages';
import './page.css';

/** What is seen beside the navigation: a title, what can be done, and the rest. */
export function Page({ title, lead, back, actions, children }: {
  title: string;
  lead?: ReactNode;
  /** Where one came from. */
  back?: { to: LinkProps['to']; label: string };
  actions?: ReactNode;
  children: ReactNode;
}) {
  useEffect(() => {
    document.title = `${title} · Parley`;
  }, [title]);
  return (
    <main className="page" id="main" tabIndex={-1}>
      <header>
        <div className="grow">
          {back && <Link className="back" to={back.to}><Icon name="back" size={16} />{back.label}</Link>}
          <h1>{title}</h1>
          {lead && <p className="faint">{lead}</p>}
        </div>
        {actions && <div className="row">{actions}</div>}
      </header>
      {children}
    </main>
  );
}

/** Things that belong together. */
export function Card({ title, actions, children, className = '' }: { title?: ReactNode; actions?: ReactNode; children: ReactNode; className?: string }) {
  return (
    <section className={`card ${className}`}>
      {(title || actions) && (
        <header>
          <h2 className="grow">{title}</h2>
          {actions}
        </header>
      )}
      {children}
    </section>
  );
}

/** Where there is nothing yet: what it would be good for, and what to do first. */
export function Empty({ icon, title, children }: { icon: IconName; title: string; children?: ReactNode }) {
  return (
    <div className="empty">
      <Icon name={icon} size={32} />
      <h2>{title}</h2>
      {children}
    </div>
  );
}

/** What a query is doing until its data are there. */
export function Pending({ of }: { of: { isError: boolean; error: Error | null; refetch(): unknown } }) {
  const text = useText();
  return of.isError ? (
    <div className="empty" role="alert">
      <h2>{text('wrong')}</h2>
      <p className="faint">{of.error?.message}</p>
      <Button onPress={() => of.refetch()}>{text('retry')}</Button>
    </div>
  ) : (
    <p className="loading" role="status">{text('loading')}</p>
  );
}

/** A word about the state of something. */
export function Badge({ tone = 'plain', children }: { tone?: 'plain' | 'good' | 'warn' | 'bad' | 'info'; children: ReactNode }) {
  return <span className={`badge ${tone}`}>{children}</span>;
}
