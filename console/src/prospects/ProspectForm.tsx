import { Refusal } from '../api/client';
import { OUTCOMES } from '../conversations/messages';
import { Button, IconButton } from '../ui/Button';
import { Choice } from '../ui/Choice';
import { Field } from '../ui/Field';
import { Icon } from '../ui/Icon';
import { useText } from './messages';
import type { ProspectInput } from './queries';

/** What is known of somebody. */
export function ProspectForm({ form, onChange, error, isDisabled = false }: { form: ProspectInput; onChange(form: ProspectInput): void; error: Error | null; isDisabled?: boolean }) {
  const text = useText();
  const errors = error instanceof Refusal ? error.fields : {};
  const set = (some: Partial<ProspectInput>) => onChange({ ...form, ...some });
  const props = Object.entries(form.prospectProps ?? {});
  const setProps = (entries: [string, unknown][]) => set({ prospectProps: Object.fromEntries(entries) });
  const references = form.externalReference ?? [];
  return (
    <div className="stack">
      <Field label={text('name')} value={form.name ?? ''} onChange={name => set({ name: name || null })} error={errors['name']} isDisabled={isDisabled} />
      <Field label={text('email')} type="email" value={form.email ?? ''} onChange={email => set({ email: email || null })} error={errors['email']} isDisabled={isDisabled} />
      <Field label={text('phoneNumber')} type="tel" value={form.phoneNumber ?? ''} onChange={phoneNumber => set({ phoneNumber: phoneNumber || null })} error={errors['phoneNumber']} isDisabled={isDisabled} />
      <Choice label={text('status')} value={form.status} onChange={status => set({ status })} options={OUTCOMES.map(key => ({ key, label: text(key) }))} isDisabled={isDisabled} />
      <h3>{text('props')}</h3>
      {props.map(([name, value], index) => (
        <div key={index} className="row">
          <Field label={text('propName')} value={name} onChange={changed => setProps(props.with(index, [changed, value]))} isDisabled={isDisabled} />
          <div className="grow"><Field label={text('propValue')} value={typeof value === 'string' ? value : JSON.stringify(value)} onChange={changed => setProps(props.with(index, [name, changed]))} isDisabled={isDisabled || typeof value !== 'string'} /></div>
          {!isDisabled && <IconButton label={text('removeProp', { name })} onPress={() => setProps(props.toSpliced(index, 1))}><Icon name="trash" /></IconButton>}
        </div>
      ))}
      {!isDisabled && <div className="row"><Button onPress={() => setProps([...props, ['', '']])}><Icon name="add" size={16} />{text('addProp')}</Button></div>}
      <h3>{text('references')}</h3>
      {references.map((one, index) => (
        <div key={index} className="row">
          <Field label={text('provider')} value={one.providerName} onChange={providerName => set({ externalReference: references.with(index, { ...one, providerName }) })} isDisabled={isDisabled} />
          <div className="grow"><Field label={text('reference')} value={one.id} onChange={id => set({ externalReference: references.with(index, { ...one, id }) })} isDisabled={isDisabled} /></div>
          {!isDisabled && <IconButton label={text('removeReference', { name: one.providerName })} onPress={() => set({ externalReference: references.toSpliced(index, 1) })}><Icon name="trash" /></IconButton>}
        </div>
      ))}
      {!isDisabled && <div className="row"><Button onPress={() => set({ externalReference: [...references, { providerName: '', id: '' }] })}><Icon name="add" size={16} />{text('addReference')}</Button></div>}
    </div>
  );
}
