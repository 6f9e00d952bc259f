import { useState, type KeyboardEvent } from 'react';
import { Button as Pressable } from 'react-aria-components';
import { Field } from './Field';
import { Icon } from './Icon';
import './listfield.css';

/** Several short texts, each of which can be taken away again; Enter or a comma adds one. */
export function ListField({ label, hint, values, onChange, removeLabel, isDisabled = false }: {
  label: string;
  hint?: string;
  values: string[];
  onChange(values: string[]): void;
  removeLabel(value: string): string;
  isDisabled?: boolean;
}) {
  const [typed, setTyped] = useState('');
  const add = () => {
    const value = typed.trim();
    if (value && !values.includes(value)) {
      onChange([...values, value]);
    }
    setTyped('');
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter' || event.key === ',') {
      event.preventDefault();
      add();
    }
  };
  return (
    <div className="stack tight">
      <div onKeyDown={press}><Field label={label} hint={hint} value={typed} onChange={setTyped} onBlur={add} isDisabled={isDisabled} /></div>
      {values.length > 0 && (
        <ul className="chips">
          {values.map(value => (
            <li key={value}>
              {value}
              {!isDisabled && <Pressable aria-label={removeLabel(value)} onPress={() => onChange(values.filter(other => other !== value))}><Icon name="close" size={14} /></Pressable>}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
