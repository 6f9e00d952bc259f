import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { api, asked } from '../api/client';
import { useChange } from '../api/change';
import { OUTCOMES } from '../conversations/messages';
import { useFormat } from '../messages/format';
import { useMay } from '../session/session';
import { Button } from '../ui/Button';
import { Choice } from '../ui/Choice';
import { Dialog } from '../ui/Dialog';
import { Icon } from '../ui/Icon';
import { More } from '../ui/More';
import { Badge, Empty, Page, Pending } from '../ui/Page';
import { SearchBox } from '../ui/SearchBox';
import { useText } from './messages';
import { ProspectForm } from './ProspectForm';
import { prospectName, useProspects, type ProspectInput, type SearchBy } from './queries';

const ANY = 'any';

/** Everybody who has called. */
export function Prospects() {
  const text = useText();
  const format = useFormat();
  const navigate = useNavigate();
  const mayWrite = useMay('WRITE');
  const { q = '', by = 'name', status = '' } = useSearch({ strict: false });
  const found = useProspects(q, by as SearchBy, status);
  const narrow = (some: Record<string, string>) => void navigate({ to: '/prospects', search: Object.fromEntries(Object.entries({ q, by, status, ...some }).filter(([, value]) => value)), replace: true });
  return (
    <Page title={text('title')} lead={text('lead')} actions={mayWrite && <Add />}>
      <div className="row">
        <div className="grow"><SearchBox label={text('search')} value={q} onSearch={words => narrow({ q: words })} /></div>
        <Choice label={text('by')} value={by} onChange={key => narrow({ by: key })} options={(['name', 'email', 'phoneNumber'] as const).map(key => ({ key: key as string, label: text(key) }))} />
        <Choice label={text('status')} value={status || ANY} onChange={key => narrow({ status: key === ANY ? '' : key })} options={[{ key: ANY, label: text('any') }, ...OUTCOMES.map(key => ({ key: key as string, label: text(key) }))]} />
      </div>
      {!found.items ? <Pending of={found} /> : found.items.length === 0 ? (
        <Empty icon="people" title={text(q || status ? 'noneFound' : 'none')}>{!q && !status && <p>{text('noneLead')}</p>}</Empty>
      ) : (
        <div className="scroll" tabIndex={0}>
          <table>
            <thead><tr>{(['name', 'phoneNumber', 'email', 'status', 'changed'] as const).map(name => <th key={name} scope="col">{text(name)}</th>)}</tr></thead>
            <tbody>
              {found.items.map(one => (
                <tr key={one.id} data-link>
                  <td><Link className="cell-link" to="/prospects/$prospectId" params={{ prospectId: one.id }} search={{}}>{prospectName(one)}</Link></td>
                  <td className="numbers">{one.phoneNumber}</td>
                  <td>{one.email}</td>
                  <td><Badge>{OUTCOMES.some(key => key === one.status) ? text(one.status as ProspectInput['status']) : one.status}</Badge></td>
                  <td className="faint">{one.updatedAt && format.ago(one.updatedAt)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <More of={found} />
    </Page>
  );
}

function Add() {
  const text = useText();
  const navigate = useNavigate();
  const [isOpen, setOpen] = useState(false);
  const [form, setForm] = useState<ProspectInput>({ status: 'NEW' });
  const create = useChange(() => asked(api.POST('/v1/prospects', { body: form })), {
    touches: [['prospects']], done: text('created'), onDone: made => void navigate({ to: '/prospects/$prospectId', params: { prospectId: made.id }, search: {} }),
  });
  return (
    <>
      <Button kind="main" onPress={() => setOpen(true)}><Icon name="add" />{text('add')}</Button>
      <Dialog title={text('add')} isOpen={isOpen} onClose={() => setOpen(false)}>
        <ProspectForm form={form} onChange={setForm} error={create.error} />
        <div className="row end"><Button onPress={() => setOpen(false)}>{text('cancel')}</Button><Button kind="main" isPending={create.isPending} onPress={() => create.mutate()}>{text('save')}</Button></div>
      </Dialog>
    </>
  );
}
