import { useEffect, useState } from 'react';

/** What is typed into a form, beside what was there before. */
export interface Draft<Form> {
  form: Form;
  isChanged: boolean;
  /** Replaces some of it. */
  change(some: Partial<Form>): void;
  /** Goes back to what was there before. */
  reset(): void;
}

/**
 * A draft of `original`.
 *
 * @param version when it changes, the draft begins anew with what is there now
 */
export function useDraft<Form extends object>(original: Form, version: string | null): Draft<Form> {
  const [form, setForm] = useState(original);
  useEffect(() => setForm(original), [version]);
  return {
    form,
    isChanged: JSON.stringify(form) !== JSON.stringify(original),
    change: some => setForm(before => ({ ...before, ...some })),
    reset: () => setForm(original),
  };
}
