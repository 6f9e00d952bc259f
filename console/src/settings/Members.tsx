import { useQuery } from '@tanstack/react-query';
import { useChange } from '../api/change';
import { api, asked, type Schema } from '../api/client';
import { useFormat } from '../messages/format';
import { session } from '../session/session';
import { Choice } from '../ui/Choice';
import { ConfirmButton } from '../ui/Dialog';
import { Icon } from '../ui/Icon';
import { Badge, Card, Pending } from '../ui/Page';
import { useText } from './messages';
import { useMembers } from './queries';
import { asRole, mayAppoint, ROLES, type Role } from './roles';

/** Everybody who belongs to the organization. */
export function Members() {
  const text = useText();
  const members = useMembers();
  const me = useQuery(session).data?.user;
  const owners = members.data?.filter(({ role }) => role === 'OWNER').length ?? 0;
  return (
    <Card title={text('people')}>
      {!members.data ? <Pending of={members} /> : (
        <div className="scroll" tabIndex={0}>
          <table className="level">
            <thead>
              <tr><th scope="col">{text('person')}</th><th scope="col">{text('role')}</th><th scope="col">{text('since')}</th><th scope="col"><span className="unseen">{text('change')}</span></th></tr>
            </thead>
            <tbody>
              {members.data.map(member => <Member key={member.id} member={member} me={me} isLastOwner={member.role === 'OWNER' && owners === 1} />)}
            </tbody>
          </table>
        </div>
      )}
    </Card>
  );
}

function Member({ member, me, isLastOwner }: { member: Schema<'UserOutput'>; me: Schema<'UserOutput'> | undefined; isLastOwner: boolean }) {
  const text = useText();
  const format = useFormat();
  const path = { user_id: member.id ?? '' };
  const isMe = member.id === me?.id;
  const mayChange = mayAppoint(me?.role, member.role) && !isLastOwner;
  const name = member.fullName ?? member.email ?? '';
  const changeRole = useChange((role: Role) => asked(api.PUT('/v1/users/{user_id}', { params: { path }, body: { role } })),
    { touches: [['members'], session.queryKey], done: text('roleChanged', { name }) });
  const remove = useChange(() => asked(api.DELETE('/v1/users/{user_id}', { params: { path } })), { touches: [['members'], ['keys']], done: text('removed', { name }) });
  return (
    <tr>
      <td className="person"><strong>{name}</strong> {isMe && <Badge>{text('you')}</Badge>}<span className="hint">{member.email}</span></td>
      <td className="role-cell">
        {mayChange && !isMe
          ? <Choice<Role> label={<span className="unseen">{text('roleOf', { name })}</span>} value={asRole(member.role)} onChange={role => changeRole.mutate(role)} isDisabled={changeRole.isPending}
              options={ROLES.filter(role => mayAppoint(me?.role, role)).map(key => ({ key, label: text(key) }))} />
          : <span title={isLastOwner ? text('lastOwner') : undefined}>{text(asRole(member.role))}</span>}
      </td>
      <td className="nowrap">{member.createdAt && format.day(member.createdAt)}</td>
      <td>
        <div className="row end">
          {mayChange && !isMe && (
            <ConfirmButton label={text('remove', { name })} question={text('removeMore', { name })} onConfirm={() => remove.mutateAsync().catch(() => {})}><Icon name="trash" /></ConfirmButton>
          )}
        </div>
      </td>
    </tr>
  );
}
