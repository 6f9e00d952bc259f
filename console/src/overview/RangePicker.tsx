import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { Field } from '../ui/Field';
import { useText } from './messages';
import { CHOICES, isOwn, lastOf, type Last, type Range, type RangeSearch } from './range';
import './overview.css';

/** Which days are looked at; the choice is in the address. */
export function RangePicker({ range, today }: { range: Range; today: string }) {
  const text = useText();
  const search: RangeSearch = useSearch({ strict: false });
  const navigate = useNavigate();
  const own = isOwn(search);
  const [isAsking, setAsking] = useState(own);
  const choose = (chosen: Last | 'own') => {
    setAsking(chosen === 'own');
    void navigate({ to: '/', search: chosen === 'own' ? { ...range } : { last: chosen } });
  };
  const set = (change: Partial<Range>) => {
    const next = { ...range, ...change };
    if (isOwn(next)) {
      void navigate({ to: '/', search: next, replace: true });
    }
  };
  return (
    <div className="range">
      <ToggleButtonGroup className="segments" aria-label={text('range')} selectionMode="single" disallowEmptySelection
        selectedKeys={[isAsking || own ? 'own' : lastOf(search)]} onSelectionChange={keys => keys.forEach(key => choose(key as Last | 'own'))}>
        {CHOICES.map(choice => <ToggleButton key={choice} id={choice} className="segment">{text('lastDays', { count: Number.parseInt(choice) })}</ToggleButton>)}
        <ToggleButton id="own" className="segment">{text('own')}</ToggleButton>
      </ToggleButtonGroup>
      {(isAsking || own) && (
        <div className="row dates">
          <Day label={text('from')} value={range.from} onChange={from => set({ from, ...(from > range.to && { to: from }) })} latest={today} />
          <Day label={text('to')} value={range.to} onChange={to => set({ to, ...(to < range.from && { from: to }) })} latest={today} />
        </div>
      )}
    </div>
  );
}

/** A day; what is typed counts once it is one. */
function Day({ label, value, onChange, latest }: { label: string; value: string; onChange(day: string): void; latest: string }) {
  const [typed, setTyped] = useState(value);
  const [known, setKnown] = useState(value);
  if (known !== value) {
    setKnown(value);
    setTyped(value);
  }
  const type = (day: string) => {
    setTyped(day);
    if (day && day <= latest) {
      onChange(day);
    }
  };
  return <Field label={label} type="date" value={typed} onChange={type} />;
}
