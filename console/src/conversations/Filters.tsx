import type { Agent } from '../agents/queries';
import { Button } from '../ui/Button';
import { Choice, Toggle } from '../ui/Choice';
import { Field } from '../ui/Field';
import { SearchBox } from '../ui/SearchBox';
import { CHANNELS, OUTCOMES, SENTIMENTS, useText } from './messages';
import type { Filter } from './queries';

const ANY = 'any';

/** What the list is narrowed to. */
export function Filters({ filter, onChange, agents }: { filter: Filter; onChange(filter: Filter): void; agents: Pick<Agent, 'id' | 'name'>[] }) {
  const text = useText();
  const set = (name: keyof Filter, value: string) => {
    const { [name]: _, ...rest } = filter;
    onChange(value && value !== ANY ? { ...rest, [name]: value } : rest);
  };
  const choice = (name: 'outcome' | 'sentiment' | 'channel', keys: readonly Parameters<typeof text>[0][]) => (
    <Choice label={text(name)} value={filter[name] ?? ANY} onChange={key => set(name, key)}
      options={[{ key: ANY, label: text('any') }, ...keys.map(key => ({ key: key as string, label: text(key) }))]} />
  );
  return (
    <section className="conversation-filters" aria-label={text('filters')}>
      <SearchBox label={text('search')} value={filter.q ?? ''} onSearch={words => set('q', words)} />
      <Choice label={text('agent')} value={filter.agent ?? ANY} onChange={key => set('agent', key)}
        options={[{ key: ANY, label: text('any') }, ...agents.map(({ id = '', name = '' }) => ({ key: id, label: name }))]} />
      {choice('outcome', OUTCOMES)}
      {choice('sentiment', SENTIMENTS)}
      {choice('channel', CHANNELS)}
      <Field label={text('from')} type="date" value={filter.from ?? ''} onChange={day => set('from', day)} />
      <Field label={text('to')} type="date" value={filter.to ?? ''} onChange={day => set('to', day)} />
      <div className="row end-of-filters">
        <Toggle label={text('liveOnly')} value={filter.live === 'true'} onChange={isLive => set('live', isLive ? 'true' : '')} />
        {Object.keys(filter).length > 0 && <Button kind="quiet" onPress={() => onChange({})}>{text('reset')}</Button>}
      </div>
    </section>
  );
}
