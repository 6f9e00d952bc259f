import { useState, type FormEvent } from 'react';
import { useChange } from '../api/change';
import { api, asked, Refusal } from '../api/client';
import { session } from '../session/session';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import { Card } from '../ui/Page';
import { useText } from './messages';

const SHORTEST = 10;

/** Changes one's password; other browsers are signed out by it. */
export function PasswordForm({ userId, hasPassword }: { userId: string; hasPassword: boolean }) {
  const text = useText();
  const [oldPassword, setOld] = useState('');
  const [newPassword, setNew] = useState('');
  const save = useChange(
    () => asked(api.PUT('/v1/users/{user_id}/password', {
      params: { path: { user_id: userId } }, body: { newPassword, ...(hasPassword && { oldPassword }) },
    })),
    {
      touches: [session.queryKey],
      done: text('passwordChanged'),
      onDone: () => {
        setOld('');
        setNew('');
      },
    },
  );
  const wrong = save.error instanceof Refusal ? save.error.fields : {};
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Card title={text('password')}>
        <p className="faint">{text(hasPassword ? 'passwordMore' : 'passwordNone')}</p>
        <div className="fields">
          {hasPassword && <Field label={text('oldPassword')} type="password" autoComplete="current-password" value={oldPassword} onChange={setOld} error={wrong.oldPassword} isRequired />}
          <Field label={text('newPassword')} type="password" autoComplete="new-password" minLength={SHORTEST} hint={text('passwordHint', { count: SHORTEST })} value={newPassword} onChange={setNew} error={wrong.newPassword} isRequired />
        </div>
        <div className="row"><Button kind="main" type="submit" isDisabled={!newPassword} isPending={save.isPending}>{text('changePassword')}</Button></div>
      </Card>
    </form>
  );
}
