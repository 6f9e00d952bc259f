import type { ReactNode } from 'react';
import { Field } from './Field';
import { useFormText } from './formMessages';
import { isObject, parsed } from './json';
import './json.css';

/** What is wrong with a text that should be a JSON object, or any JSON; nothing for an empty one. */
export function useJsonFault() {
  const text = useFormText();
  return (json: string, { any = false } = {}): string | undefined => {
    if (!json.trim()) {
      return undefined;
    }
    const read = parsed(json);
    if ('problem' in read) {
      return text('notJson', { problem: read.problem });
    }
    return any || isObject(read.value) ? undefined : text('notObject');
  };
}

/** JSON that is written by hand and checked at once. */
export function JsonField({ label, hint, value, onChange, error, any = false, lines = 6, isDisabled = false }: {
  label: ReactNode;
  hint?: ReactNode;
  value: string;
  onChange(json: string): void;
  error?: string | undefined;
  /** Whether it may be any JSON, and not only an object. */
  any?: boolean;
  lines?: number;
  isDisabled?: boolean;
}) {
  const fault = useJsonFault();
  return (
    <div className="json">
      <Field label={label} hint={hint} value={value} onChange={onChange} lines={lines} error={fault(value, { any }) ?? error} isDisabled={isDisabled} spellCheck="false" />
    </div>
  );
}
