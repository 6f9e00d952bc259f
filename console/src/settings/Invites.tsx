import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useChange } from '../api/change';
import { api, asked, type Schema } from '../api/client';
import { useFormat } from '../messages/format';
import { session } from '../session/session';
import { Button } from '../ui/Button';
import { ConfirmButton } from '../ui/Dialog';
import { Icon } from '../ui/Icon';
import { Card, Pending } from '../ui/Page';
import { InviteDialog } from './InviteDialog';
import { Invited } from './Invited';
import { useText } from './messages';
import { useInvites } from './queries';
import { asRole, mayAppoint, type Role } from './roles';

/** Who has been asked to join and has not yet. */
export function Invites({ mayInvite }: { mayInvite: boolean }) {
  const text = useText();
  const invites = useInvites();
  const mine = useQuery(session).data?.user.role;
  const [isAsking, setAsking] = useState(false);
  const [sent, setSent] = useState<Schema<'GuestOutput'> | null>(null);
  const send = useChange((guest: { email: string; role: Role }) => asked(api.POST('/v1/invites', { body: guest })), {
    touches: [['invites']],
    onDone: invite => {
      setAsking(false);
      setSent(invite);
    },
  });
  const ask = () => {
    send.reset();
    setAsking(true);
  };
  return (
    <Card title={text('invitations')} actions={mayInvite && <Button kind="main" onPress={ask}><Icon name="add" size={16} />{text('invite')}</Button>}>
      {!invites.data ? <Pending of={invites} /> : invites.data.length === 0 ? <p className="faint">{text('noInvites')} {mayInvite && text('inviteWhy')}</p> : (
        <ul className="lines">
          {invites.data.map(invite => (
            <Invite key={invite.id} invite={invite} isMine={mayInvite && mayAppoint(mine, invite.role)} isSending={send.isPending}
              onResend={() => send.mutate({ email: invite.email ?? '', role: asRole(invite.role) })} />
          ))}
        </ul>
      )}
      {isAsking && <InviteDialog mine={mine} problem={send.error} isPending={send.isPending} onSend={guest => send.mutate(guest)} onClose={() => setAsking(false)} />}
      {sent && <Invited invite={sent} onClose={() => setSent(null)} />}
    </Card>
  );
}

function Invite({ invite, isMine, isSending, onResend }: { invite: Schema<'GuestOutput'>; isMine: boolean; isSending: boolean; onResend(): void }) {
  const text = useText();
  const format = useFormat();
  const email = invite.email ?? '';
  const revoke = useChange(() => asked(api.DELETE('/v1/invites/{invite_id}', { params: { path: { invite_id: invite.id ?? '' } } })), { touches: [['invites']], done: text('revoked') });
  return (
    <li className="row">
      <span className="grow person"><strong>{email}</strong><span className="hint">
        {text(asRole(invite.role))} · {text('sentTimes', { count: invite.sent_count ?? 1, when: invite.last_sent_date ? format.ago(invite.last_sent_date) : '' })}
      </span></span>
      {isMine && (
        <>
          <Button isDisabled={isSending} onPress={onResend}>{text('resend')}</Button>
          <ConfirmButton label={text('revoke')} question={text('revokeMore', { email })} onConfirm={() => revoke.mutateAsync().catch(() => {})} />
        </>
      )}
    </li>
  );
}
