import { useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useChange } from '../api/change';
import { api, asked } from '../api/client';
import { session } from '../session/session';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { Field } from '../ui/Field';
import { Card } from '../ui/Page';
import { useText } from './messages';

/** Ends the organization, once its name is typed. */
export function EndOrganization({ name }: { name: string }) {
  const text = useText();
  const queries = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const end = useChange(() => asked(api.DELETE('/v1/organizations')), {
    touches: [],
    onDone: () => {
      queries.clear();
      queries.setQueryData(session.queryKey, null);
    },
  });
  const close = () => {
    setOpen(false);
    setTyped('');
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    end.mutate();
  };
  return (
    <Card title={text('end')} className="danger-zone">
      <p className="faint">{text('endMore')}</p>
      <div className="row"><Button kind="danger" onPress={() => setOpen(true)}>{text('endAsk')}</Button></div>
      <Dialog title={text('endAsk')} isOpen={isOpen} onClose={close}>
        <form className="stack" onSubmit={submit}>
          <p>{text('endMore')}</p>
          <Field label={text('endType', { name })} value={typed} onChange={setTyped} autoComplete="off" autoFocus />
          <div className="row end">
            <Button onPress={close}>{text('keep')}</Button>
            <Button kind="danger" type="submit" isDisabled={typed.trim() !== name.trim()} isPending={end.isPending}>{text('endNow')}</Button>
          </div>
        </form>
      </Dialog>
    </Card>
  );
}
