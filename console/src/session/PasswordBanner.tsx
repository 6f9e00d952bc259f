import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { api, asked } from '../api/client';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { Field } from '../ui/Field';
import { useToast } from '../ui/Toasts';
import { useText } from './messages';
import { session, type Session } from './session';

/** Asks whoever came in by the first link for an address and a password of their own. */
export function PasswordBanner({ session: { user } }: { session: Session }) {
  const text = useText();
  const toast = useToast();
  const queries = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const [isLater, setLater] = useState(false);
  const [email, setEmail] = useState(user.email === 'owner@localhost' ? '' : (user.email ?? ''));
  const [newPassword, setPassword] = useState('');
  const save = useMutation({
    mutationFn: async () => {
      const path = { user_id: user.id ?? '' };
      await asked(api.PUT('/v1/users/{user_id}', { params: { path }, body: { email } }));
      return asked(api.PUT('/v1/users/{user_id}/password', { params: { path }, body: { newPassword } }));
    },
    onSuccess: () => {
      setOpen(false);
      toast(text('saved'));
      return queries.invalidateQueries({ queryKey: session.queryKey });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return isLater ? null : (
    <div className="banner" role="note">
      <span className="grow">{text('choose')}</span>
      <Button onPress={() => setOpen(true)}>{text('choosePassword')}</Button>
      <Button kind="quiet" onPress={() => setLater(true)}>{text('later')}</Button>
      <Dialog title={text('choosePassword')} isOpen={isOpen} onClose={() => setOpen(false)}>
        <form className="stack" onSubmit={submit}>
          {save.error && <p className="notice bad" role="alert">{save.error.message}</p>}
          <Field label={text('yourEmail')} type="email" autoComplete="username" value={email} onChange={setEmail} isRequired />
          <Field label={text('newPassword')} type="password" autoComplete="new-password" minLength={10} hint={text('hint')} value={newPassword} onChange={setPassword} isRequired />
          <div className="row end"><Button kind="main" type="submit" isPending={save.isPending}>{text('save')}</Button></div>
        </form>
      </Dialog>
    </div>
  );
}
