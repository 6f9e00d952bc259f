import { useState, type FormEvent } from 'react';
import { Refusal } from '../api/client';
import { Button } from '../ui/Button';
import { Choice } from '../ui/Choice';
import { Dialog } from '../ui/Dialog';
import { Field } from '../ui/Field';
import { useText } from './messages';
import { mayAppoint, ROLES, type Role } from './roles';

/** Asks whom to invite, and as what. */
export function InviteDialog({ mine, problem, isPending, onSend, onClose }: {
  mine: string | undefined;
  problem: Error | null;
  isPending: boolean;
  onSend(guest: { email: string; role: Role }): void;
  onClose(): void;
}) {
  const text = useText();
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<Role>('READ_ONLY');
  const wrong = problem instanceof Refusal ? problem.fields.email : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSend({ email: email.trim(), role });
  };
  return (
    <Dialog title={text('invite')} isOpen onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        {problem && !wrong && <p className="notice bad" role="alert">{problem.message}</p>}
        <Field label={text('email')} type="email" value={email} onChange={setEmail} error={wrong} isRequired autoFocus />
        <Choice<Role> label={text('role')} hint={text(`${role}_MAY`)} value={role} onChange={setRole}
          options={ROLES.filter(one => mayAppoint(mine, one)).map(key => ({ key, label: text(key) }))} />
        <div className="row end"><Button kind="main" type="submit" isPending={isPending}>{text('send')}</Button></div>
      </form>
    </Dialog>
  );
}
