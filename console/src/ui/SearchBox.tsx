import { useEffect, useState } from 'react';
import { Input, SearchField } from 'react-aria-components';
import './field.css';

const PAUSE_MILLIS = 250;

/** Tells what is searched for once the typing pauses. */
export function SearchBox({ label, value, onSearch }: { label: string; value: string; onSearch(text: string): void }) {
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  useEffect(() => {
    if (typed === value) {
      return;
    }
    const timer = setTimeout(() => onSearch(typed), PAUSE_MILLIS);
    return () => clearTimeout(timer);
  }, [typed, value, onSearch]);
  return (
    <SearchField className="field search" aria-label={label} value={typed} onChange={setTyped} onSubmit={onSearch}>
      <Input placeholder={label} />
    </SearchField>
  );
}
