import type { ReactNode } from 'react';
import { FieldError, Input, Label, Text, TextArea, TextField, type TextFieldProps } from 'react-aria-components';
import './field.css';

interface FieldProps extends Omit<TextFieldProps, 'className' | 'children'> {
  label: ReactNode;
  /** What helps to fill it in. */
  hint?: ReactNode;
  /** What is wrong with what was filled in. */
  error?: string | undefined;
  placeholder?: string;
  /** Several lines, so many at first. */
  lines?: number;
}

/** A labelled line of text, or several. */
export function Field({ label, hint, error, placeholder, lines, ...rest }: FieldProps) {
  return (
    <TextField {...rest} className="field" {...(error !== undefined && { isInvalid: true })}>
      <Label>{label}</Label>
      {lines ? <TextArea rows={lines} placeholder={placeholder} /> : <Input placeholder={placeholder} />}
      {hint && <Text slot="description" className="hint">{hint}</Text>}
      <FieldError className="wrong">{error}</FieldError>
    </TextField>
  );
}
