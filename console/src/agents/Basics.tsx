import { Choice } from '../ui/Choice';
import { Field } from '../ui/Field';
import { Card } from '../ui/Page';
import { useText } from './messages';
import type { AgentInput } from './queries';

/** What every part of the form is given. */
export interface PartProps {
  form: AgentInput;
  change(some: Partial<AgentInput>): void;
  /** By the name of the field, what is wrong with it. */
  errors: Record<string, string>;
  isDisabled: boolean;
}

const TIME_ZONES = Intl.supportedValuesOf('timeZone');

/** Who the agent is. */
export function Basics({ form, change, errors, isDisabled }: PartProps) {
  const text = useText();
  const zones = TIME_ZONES.includes(form.timezone) ? TIME_ZONES : [form.timezone, ...TIME_ZONES];
  return (
    <Card>
      <Field label={text('name')} hint={text('nameHint')} value={form.name} onChange={name => change({ name })} error={errors['name']} isRequired isDisabled={isDisabled} />
      <Field label={text('role')} value={form.role} onChange={role => change({ role })} error={errors['role']} isRequired isDisabled={isDisabled} />
      <Field label={text('roleDescription')} lines={3} value={form.roleDescription} onChange={roleDescription => change({ roleDescription })} error={errors['roleDescription']} isDisabled={isDisabled} />
      <div className="halves">
        <Choice label={text('status')} value={form.status} onChange={status => change({ status })} isDisabled={isDisabled}
          options={(['active', 'inactive', 'pending', 'archived'] as const).map(key => ({ key, label: text(key) }))} />
        <Choice label={text('timezone')} value={form.timezone} onChange={timezone => change({ timezone })} isDisabled={isDisabled}
          options={zones.map(key => ({ key, label: key.replaceAll('_', ' ') }))} />
      </div>
      <Field label={text('image')} type="url" value={form.imageUrl} onChange={imageUrl => change({ imageUrl })} error={errors['imageUrl']} isDisabled={isDisabled} />
    </Card>
  );
}
