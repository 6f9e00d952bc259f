import { useState, type ReactNode } from 'react';
import { IconButton } from './Button';
import { Choice } from './Choice';
import { Icon } from './Icon';

interface Linkable {
  id: string;
  label: string;
}

/** What belongs to something, with more to add and a way to take each away again. */
export function Linked({ addLabel, removeLabel, empty, linked, all, onAdd, onRemove, isDisabled = false, show }: {
  addLabel: string;
  removeLabel(label: string): string;
  empty: string;
  linked: Linkable[];
  /** Everything that could be linked. */
  all: Linkable[];
  onAdd(id: string): void;
  onRemove(id: string): void;
  isDisabled?: boolean;
  /** How one is shown; its label otherwise. */
  show?(item: Linkable): ReactNode;
}) {
  const [chosen, setChosen] = useState<string | null>(null);
  const others = all.filter(({ id }) => !linked.some(item => item.id === id));
  const add = (id: string) => {
    onAdd(id);
    setChosen(null);
  };
  return (
    <div className="stack">
      {linked.length === 0 && <p className="faint">{empty}</p>}
      <ul>
        {linked.map(item => (
          <li key={item.id} className="row">
            <span className="grow">{show ? show(item) : item.label}</span>
            {!isDisabled && <IconButton label={removeLabel(item.label)} onPress={() => onRemove(item.id)}><Icon name="close" size={16} /></IconButton>}
          </li>
        ))}
      </ul>
      {!isDisabled && others.length > 0 && (
        <Choice label={addLabel} value={chosen} onChange={add} options={others.map(({ id, label }) => ({ key: id, label }))} />
      )}
    </div>
  );
}
