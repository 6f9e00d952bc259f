import { useQuery } from '@tanstack/react-query';
import { session, useSignOut } from '../session/session';
import { Card, Pending } from '../ui/Page';
import { ConfirmButton } from '../ui/Dialog';
import { AccountForm } from './AccountForm';
import { useText } from './messages';
import { PasswordForm } from './PasswordForm';

/** Oneself: name, address, password, and the ways out. */
export function AccountSection() {
  const text = useText();
  const who = useQuery(session);
  const everywhere = useSignOut('everywhere');
  if (!who.data) {
    return <Pending of={who} />;
  }
  const { user, hasPassword } = who.data;
  return (
    <>
      <AccountForm key={`${user.updatedAt}`} user={user} />
      <PasswordForm userId={user.id ?? ''} hasPassword={hasPassword} />
      <Card title={text('signOutEverywhere')}>
        <p className="faint">{text('signOutMore')}</p>
        <div className="row"><ConfirmButton label={text('signOutEverywhere')} question={text('signOutAsk')} onConfirm={() => everywhere.mutateAsync().catch(() => {})} /></div>
      </Card>
    </>
  );
}
