import { Link } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useChange } from '../api/change';
import { api, asked, Refusal, type Schema } from '../api/client';
import { Button } from '../ui/Button';
import { Choice } from '../ui/Choice';
import { ComboChoice } from '../ui/ComboChoice';
import { Dialog } from '../ui/Dialog';
import { Field } from '../ui/Field';
import { useText } from './messages';
import { useProspects } from './queries';

/** Lets an agent call somebody. */
export function CallOut({ phones, agents, from: first, onClose }: { phones: Schema<'TelephoneNumber'>[]; agents: { id: string; label: string }[]; from: string | undefined; onClose(): void }) {
  const text = useText();
  const phone = phones.find(({ phoneNumber }) => phoneNumber === first) ?? phones.find(({ agentId }) => agentId) ?? phones[0];
  const [from, setFrom] = useState(phone?.phoneNumber ?? '');
  const [agent, setAgent] = useState(agents.find(({ id }) => id === phone?.agentId)?.id ?? agents[0]?.id ?? '');
  const [to, setTo] = useState('');
  const [prospectId, setProspect] = useState<string | null>(null);
  const [name, setName] = useState('');
  const prospects = useProspects(name);
  const call = useChange(() => asked(api.POST('/v1/ai-agents/{agent_id}/calls', {
    params: { path: { agent_id: agent } }, body: { to: to.trim(), from: from || null, prospectId },
  })), { touches: [['conversations']] });
  const wrong = call.error instanceof Refusal ? call.error.fields : {};
  const choose = (id: string | null) => {
    setProspect(id);
    const number = prospects.data?.find(prospect => prospect.id === id)?.phoneNumber;
    if (number) {
      setTo(number);
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    call.mutate();
  };
  return (
    <Dialog title={text('callOut')} isOpen onClose={onClose}>
      {call.data ? (
        <>
          <p role="status">{text('rings', { to: call.data.to, from: call.data.from })}</p>
          <p className="faint">{text('ringsMore')}</p>
          <div className="row end"><Link className="button" to="/conversations">{text('conversations')}</Link><Button kind="main" onPress={onClose}>{text('finished')}</Button></div>
        </>
      ) : (
        <form className="stack" onSubmit={submit}>
          {call.error && Object.keys(wrong).length === 0 && <p className="notice bad" role="alert">{call.error.message}</p>}
          <Choice label={text('whoCalls')} value={agent} onChange={setAgent} options={agents.map(({ id, label }) => ({ key: id, label }))} />
          <Choice label={text('fromNumber')} hint={wrong.from ?? text('fromHint')} value={from} onChange={setFrom} options={phones.map(({ phoneNumber = '' }) => ({ key: phoneNumber, label: phoneNumber }))} />
          <ComboChoice label={text('prospect')} hint={text('prospectHint')} error={wrong.prospectId} value={prospectId} onChange={choose} onType={setName}
            options={(prospects.data ?? []).map(prospect => ({ key: prospect.id ?? '', label: prospect.name ?? prospect.phoneNumber ?? '' }))} />
          <Field label={text('toNumber')} hint={text('toHint')} type="tel" value={to} onChange={setTo} error={wrong.to} minLength={3} maxLength={64} isRequired />
          <p className="faint small">{text('callCosts')}</p>
          <div className="row end"><Button onPress={onClose}>{text('cancel')}</Button><Button kind="main" type="submit" isPending={call.isPending}>{text('callNow')}</Button></div>
        </form>
      )}
    </Dialog>
  );
}
