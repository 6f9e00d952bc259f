import type { ReactNode } from 'react';
import { Button, ComboBox, FieldError, Input, Label, ListBox, ListBoxItem, Popover, Text } from 'react-aria-components';
import type { Option } from './Choice';
import { Icon } from './Icon';
import './combo.css';
import './field.css';

/** One of so many that one types to find it. */
export function ComboChoice({ label, hint, error, options, value, onChange, onType, isDisabled = false, isRequired = false }: {
  label: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  options: Option<string>[];
  value: string | null;
  onChange(key: string | null): void;
  /** Told what is typed, where the options have to be looked for. */
  onType?(text: string): void;
  isDisabled?: boolean;
  isRequired?: boolean;
}) {
  return (
    <ComboBox className="field" value={value} onChange={key => onChange(key === null ? null : String(key))} {...(onType && { onInputChange: onType })}
      defaultItems={options.map(option => ({ id: option.key, ...option }))} menuTrigger="focus" isDisabled={isDisabled} isRequired={isRequired} {...(error !== undefined && { isInvalid: true })}>
      <Label>{label}</Label>
      <span className="combo"><Input /><Button className="combo-open"><Icon name="down" /></Button></span>
      {hint && <Text slot="description" className="hint">{hint}</Text>}
      <FieldError className="wrong">{error}</FieldError>
      <Popover className="popover">
        <ListBox className="list">
          {(option: Option<string> & { id: string }) => <ListBoxItem id={option.id} className="item" textValue={option.label}>{option.label}</ListBoxItem>}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
