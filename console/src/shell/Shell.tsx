import { useQuery } from '@tanstack/react-query';
import { Outlet, useLocation } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { PasswordBanner } from '../session/PasswordBanner';
import { session } from '../session/session';
import { SignIn } from '../session/SignIn';
import { IconButton } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { Pending } from '../ui/Page';
import { useText } from './messages';
import { Navigation } from './Navigation';
import './shell.css';

/** What every page has around it; who is not signed in sees how to. */
export function Shell() {
  const text = useText();
  const who = useQuery(session);
  const [isOpen, setOpen] = useState(false);
  const { pathname } = useLocation();
  useEffect(() => setOpen(false), [pathname]);
  if (who.data === undefined) {
    return <div className="alone"><Pending of={who} /></div>;
  }
  if (who.data === null) {
    return <SignIn />;
  }
  return (
    <div className="shell" data-open={isOpen || undefined}>
      <a className="skip" href="#main">{text('skip')}</a>
      <header className="top-bar">
        <IconButton label={text('menu')} onPress={() => setOpen(!isOpen)}><Icon name={isOpen ? 'close' : 'menu'} /></IconButton>
        <span className="name">Parley</span>
      </header>
      <Navigation session={who.data} />
      <div className="content">
        {!who.data.hasPassword && <PasswordBanner session={who.data} />}
        <Outlet />
      </div>
    </div>
  );
}
