import { useState, type FormEvent } from 'react';
import { Button, IconButton } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { Field } from '../ui/Field';
import { Icon } from '../ui/Icon';
import { useText } from './messages';
import type { Filter } from './queries';

interface View {
  name: string;
  filter: Filter;
}

const KEPT = 'parley.views';

/** Filters under names of one's own, kept in this browser. */
export function Views({ filter, onChoose }: { filter: Filter; onChoose(filter: Filter): void }) {
  const text = useText();
  const [views, setViews] = useState(kept);
  const [isOpen, setOpen] = useState(false);
  const [name, setName] = useState('');
  const keep = (all: View[]) => {
    localStorage.setItem(KEPT, JSON.stringify(all));
    setViews(all);
  };
  const save = (event: FormEvent) => {
    event.preventDefault();
    keep([...views.filter(view => view.name !== name), { name, filter }]);
    setOpen(false);
  };
  const isWorthKeeping = Object.keys(filter).length > 0;
  return views.length === 0 && !isWorthKeeping ? null : (
    <div className="row">
      {views.map(view => (
        <span key={view.name} className="view">
          <Button onPress={() => onChoose(view.filter)}>{view.name}</Button>
          <IconButton label={text('removeView', { name: view.name })} onPress={() => keep(views.filter(other => other !== view))}><Icon name="close" size={14} /></IconButton>
        </span>
      ))}
      {isWorthKeeping && <Button kind="quiet" onPress={() => setOpen(true)}><Icon name="add" size={16} />{text('saveView')}</Button>}
      <Dialog title={text('saveView')} isOpen={isOpen} onClose={() => setOpen(false)}>
        <form className="stack" onSubmit={save}>
          <Field label={text('viewName')} value={name} onChange={setName} isRequired maxLength={60} autoFocus />
          <div className="row end"><Button kind="main" type="submit">{text('save')}</Button></div>
        </form>
      </Dialog>
    </div>
  );
}

function kept(): View[] {
  try {
    const views: unknown = JSON.parse(localStorage.getItem(KEPT) ?? '[]');
    return Array.isArray(views) ? (views as View[]) : [];
  } catch {
    return [];
  }
}
