import { Choice, Toggle } from '../ui/Choice';
import { IconButton } from '../ui/Button';
import { Field } from '../ui/Field';
import { Icon } from '../ui/Icon';
import { JsonField } from '../ui/JsonField';
import { useActionFormText } from './formMessages';
import { simpleTypes, type Parameter, type ParameterFault } from './parameters';

/** One parameter: its name, what it may be and what it means. */
export function ParameterFields({ row, number, fault, onChange, onRemove, isDisabled }: {
  row: Parameter;
  number: number;
  fault: ParameterFault | undefined;
  onChange(row: Parameter): void;
  onRemove(): void;
  isDisabled: boolean;
}) {
  const text = useActionFormText();
  const types = [...simpleTypes, 'other' as const];
  const rules = Object.entries(row.rest).map(([rule, value]) => `${rule}: ${JSON.stringify(value)}`).join(', ');
  // what else was said of a text says nothing of a number
  const retype = (type: Parameter['type']) => onChange({ ...row, type, rest: type === row.type ? row.rest : {} });
  return (
    <fieldset className="parameter">
      <legend className="unseen">{text('parameterOf', { number })}</legend>
      <div className="parameter-line">
        <Field label={text('parameter')} value={row.name} onChange={name => onChange({ ...row, name })} isDisabled={isDisabled} autoComplete="off" spellCheck="false"
          error={fault === 'nameMissing' || fault === 'nameTwice' ? text(fault) : undefined} />
        <Choice label={text('type')} value={row.type} onChange={retype} options={types.map(key => ({ key, label: text(key) }))} isDisabled={isDisabled} />
        <Toggle label={text('required')} value={row.isRequired} onChange={isRequired => onChange({ ...row, isRequired })} isDisabled={isDisabled} />
        {!isDisabled && <IconButton label={text('removeParameter', { name: row.name })} onPress={onRemove}><Icon name="trash" /></IconButton>}
      </div>
      {row.type === 'other'
        ? <JsonField label={text('property')} value={row.json} onChange={json => onChange({ ...row, json })} isDisabled={isDisabled} />
        : <Simple row={row} fault={fault} onChange={onChange} isDisabled={isDisabled} />}
      {row.type !== 'other' && rules && <p className="hint">{text('also', { rules })}</p>}
    </fieldset>
  );
}

function Simple({ row, fault, onChange, isDisabled }: { row: Parameter; fault: ParameterFault | undefined; onChange(row: Parameter): void; isDisabled: boolean }) {
  const text = useActionFormText();
  return (
    <div className="parameter-meaning">
      <Field label={text('meaning')} value={row.description} onChange={description => onChange({ ...row, description })} isDisabled={isDisabled} />
      {row.type !== 'boolean' && (
        <Field label={text('allowed')} hint={text('allowedHint')} value={row.allowed} onChange={allowed => onChange({ ...row, allowed })} isDisabled={isDisabled}
          error={fault === 'valuesWrong' ? text(fault) : undefined} />
      )}
    </div>
  );
}
