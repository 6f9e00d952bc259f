import { useRouteContext } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import icon from '../icon.svg';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import { useText } from './messages';
import { useSignIn } from './session';

/** For whoever is not signed in. */
export function SignIn() {
  const text = useText();
  const signIn = useSignIn();
  const { linkProblem } = useRouteContext({ from: '__root__' });
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    signIn.mutate({ email, password });
  };
  return (
    <main className="alone">
      <form className="sign-in" onSubmit={submit}>
        <div className="row"><img src={icon} alt="" width={32} height={32} /><h1>{text('title')}</h1></div>
        {linkProblem && <p className="notice" role="alert">{text('wrong', { reason: linkProblem })}</p>}
        {signIn.error && <p className="notice bad" role="alert">{signIn.error.message}</p>}
        <Field label={text('email')} type="email" autoComplete="username" value={email} onChange={setEmail} isRequired autoFocus />
        <Field label={text('password')} type="password" autoComplete="current-password" value={password} onChange={setPassword} isRequired />
        <Button kind="main" type="submit" isPending={signIn.isPending}>{text('signIn')}</Button>
        <p className="faint small">{text('fresh')}</p>
        <p className="small"><a href="/talk">{text('talk')}</a></p>
      </form>
    </main>
  );
}
