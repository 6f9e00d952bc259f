import { useState, type FormEvent } from 'react';
import { useChange } from '../api/change';
import { api, asked, Refusal, type Schema } from '../api/client';
import { session, useMay } from '../session/session';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import { Card } from '../ui/Page';
import { useText } from './messages';
import { asRole } from './roles';

/** One's name, address and number. */
export function AccountForm({ user }: { user: Schema<'UserOutput'> }) {
  const text = useText();
  const mayAdminister = useMay('ADMINISTER');
  const [fullName, setName] = useState(user.fullName ?? '');
  const [email, setEmail] = useState(user.email ?? '');
  const [phoneNumber, setPhone] = useState(user.phoneNumber ?? '');
  const save = useChange(
    () => asked(api.PUT('/v1/users/{user_id}', {
      params: { path: { user_id: user.id ?? '' } },
      // what is null stays as it is
      body: { email: email.trim(), fullName: fullName.trim() || null, phoneNumber: phoneNumber.trim() || null },
    })),
    { touches: [session.queryKey, ['members']], done: text('accountSaved') },
  );
  const wrong = save.error instanceof Refusal ? save.error.fields : {};
  const isSame = fullName === (user.fullName ?? '') && email === (user.email ?? '') && phoneNumber === (user.phoneNumber ?? '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Card title={text('account')}>
        <p className="faint">{text('yourRole', { role: text(asRole(user.role)) })} {text(`${asRole(user.role)}_MAY`)}</p>
        {!mayAdminister && <p className="notice">{text('accountReadOnly')}</p>}
        <div className="fields">
          <Field label={text('yourName')} autoComplete="name" value={fullName} onChange={setName} error={wrong.fullName} isReadOnly={!mayAdminister} />
          <Field label={text('email')} type="email" autoComplete="email" value={email} onChange={setEmail} error={wrong.email} isReadOnly={!mayAdminister} isRequired />
          <Field label={text('phone')} type="tel" autoComplete="tel" value={phoneNumber} onChange={setPhone} error={wrong.phoneNumber} isReadOnly={!mayAdminister} />
        </div>
        {mayAdminister && <div className="row"><Button kind="main" type="submit" isDisabled={isSame} isPending={save.isPending}>{text('save')}</Button></div>}
      </Card>
    </form>
  );
}
