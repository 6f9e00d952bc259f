import type { ReactNode } from 'react';
import { Button, Label, ListBox, ListBoxItem, Popover, Select, SelectValue, Switch, Text } from 'react-aria-components';
import { Icon } from './Icon';
import { useText } from './messages';
import './field.css';

export interface Option<Key extends string> {
  key: Key;
  label: string;
}

/** One of several. */
export function Choice<Key extends string>({ label, hint, options, value, onChange, isDisabled = false }: {
  label: ReactNode;
  hint?: ReactNode;
  options: Option<Key>[];
  value: Key | null;
  onChange(key: Key): void;
  isDisabled?: boolean;
}) {
  const text = useText();
  return (
    <Select className="field" placeholder={text('choose')} value={value} onChange={key => key !== null && onChange(key as Key)} isDisabled={isDisabled}>
      <Label>{label}</Label>
      <Button className="choice">
        <SelectValue className="grow clip" />
        <Icon name="down" />
      </Button>
      {hint && <Text slot="description" className="hint">{hint}</Text>}
      <Popover className="popover">
        <ListBox className="list" items={options.map(option => ({ id: option.key, ...option }))}>
          {option => <ListBoxItem className="item" textValue={option.label}>{option.label}</ListBoxItem>}
        </ListBox>
      </Popover>
    </Select>
  );
}

/** On or off, at once. */
export function Toggle({ label, hint, value, onChange, isDisabled = false }: {
  label: ReactNode;
  hint?: ReactNode;
  value: boolean;
  onChange(on: boolean): void;
  isDisabled?: boolean;
}) {
  return (
    <Switch className="toggle" isSelected={value} onChange={onChange} isDisabled={isDisabled}>
      <span className="track" aria-hidden="true" />
      <span>
        {label}
        {hint && <span className="hint">{hint}</span>}
      </span>
    </Switch>
  );
}
