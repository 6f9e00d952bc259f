import { Choice } from '../ui/Choice';
import { Field } from '../ui/Field';
import { JsonField } from '../ui/JsonField';
import type { Argument } from './arguments';
import { useRunText } from './runMessages';

const NONE = '';

/** One argument of an action, filled in the way its schema asks for. */
export function ArgumentField({ argument: { name, description, isRequired, type, allowed }, value, onChange }: {
  argument: Argument;
  value: string;
  onChange(typed: string): void;
}) {
  const text = useRunText();
  const label = isRequired ? name : text('optional', { name });
  if (type === 'boolean' || allowed.length > 0) {
    const options = type === 'boolean' ? [{ key: 'true', label: text('yes') }, { key: 'false', label: text('no') }] : allowed.map(key => ({ key, label: key }));
    return <Choice label={label} hint={description} value={value} onChange={onChange} options={[{ key: NONE, label: text('leave') }, ...options]} />;
  }
  return type === 'json'
    ? <JsonField label={label} hint={text('inJson', { meaning: description && `${description}.` }).trim()} value={value} onChange={onChange} any lines={3} />
    : <Field label={label} hint={description} value={value} onChange={onChange} inputMode={type === 'number' ? 'decimal' : 'text'} autoComplete="off" />;
}
