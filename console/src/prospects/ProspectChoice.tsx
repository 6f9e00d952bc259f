import { useState } from 'react';
import { SearchBox } from '../ui/SearchBox';
import { Button } from '../ui/Button';
import { prospectName, useProspects } from './queries';

/** Finds somebody by name, and chooses them. */
export function ProspectChoice({ label, onChoose }: { label: string; onChoose(prospectId: string): void }) {
  const [search, setSearch] = useState('');
  const found = useProspects(search, 'name', '');
  return (
    <div className="stack">
      <SearchBox label={label} value={search} onSearch={setSearch} />
      {search && <ul className="stack">{found.items?.slice(0, 5).map(one => <li key={one.id}><Button onPress={() => onChoose(one.id)}>{prospectName(one)}</Button></li>)}</ul>}
    </div>
  );
}
