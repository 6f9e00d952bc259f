import { useNavigate, useSearch } from '@tanstack/react-router';
import type { Schema } from '../api/client';
import { Choice } from '../ui/Choice';
import { Empty, Page, Pending } from '../ui/Page';
import { SearchBox } from '../ui/SearchBox';
import { useText } from './messages';
import { PROVIDERS, providerOf, type Provider } from './provider';
import { useSpeakers, useVoices } from './queries';
import { usePlayer } from './usePlayer';
import { SpokenBy } from './SpokenBy';
import { VoiceCard } from './VoiceCard';
import '../ui/rows.css';
import './voices.css';

type Voice = Schema<'VoiceModel'>;
type Filter = 'language' | 'gender' | 'provider' | 'q';

/** Every voice agents can speak with, to listen to. */
export function Voices() {
  const text = useText();
  const voices = useVoices();
  const speakers = useSpeakers();
  const player = usePlayer();
  const search: Partial<Record<Filter, string>> = useSearch({ strict: false });
  const navigate = useNavigate();
  const set = (name: Filter, value: string) => void navigate({ to: '/voices', search: { ...search, [name]: value || undefined } as Record<string, string>, replace: true });
  const all = voices.data ?? [];
  const shown = all.filter(voice => fits(voice, search));
  const others = [...(speakers.data ?? [])].filter(([id]) => !all.some(({ voice }) => voice.modelId === id)).flatMap(([, agents]) => agents);
  const any = { key: '', label: text('any') };
  const filter = (name: Exclude<Filter, 'q'>, options: { key: string; label: string }[]) => (
    <Choice label={text(name)} value={search[name] ?? ''} onChange={value => set(name, value)} options={[any, ...options]} />
  );
  return (
    <Page title={text('title')} lead={text('lead')}>
      {!voices.data ? <Pending of={voices} /> : all.length === 0 ? <Empty icon="voice" title={text('none')}><p>{text('noneMore')}</p></Empty> : (
        <>
          <div className="filters">
            <SearchBox label={text('search')} value={search.q ?? ''} onSearch={q => set('q', q)} />
            {filter('language', distinct(all, languageOf).map(key => ({ key, label: text(key) })))}
            {filter('gender', distinct(all, ({ voice }) => voice.gender).map(key => ({ key, label: text(key) })))}
            {filter('provider', PROVIDERS.filter(key => all.some(({ voice }) => providerOf(voice.modelId) === key)).map(key => ({ key, label: text(key) })))}
          </div>
          <p className="faint small" role="status">{text('count', { count: shown.length })}</p>
          {others.length > 0 && <p className="small speakers"><SpokenBy label={text('unchosen')} agents={others} /></p>}
          {shown.length === 0 ? <Empty icon="search" title={text('noMatch')}><p>{text('noMatchMore')}</p></Empty> : (
            <ul className="grid">
              {shown.map(voice => <VoiceCard key={voice.voice.modelId} model={voice} player={player} agents={speakers.data?.get(voice.voice.modelId) ?? []} />)}
            </ul>
          )}
        </>
      )}
    </Page>
  );
}

function languageOf({ voice }: Voice) {
  return voice.languageAccent.language;
}

function distinct<Key>(voices: Voice[], of: (voice: Voice) => Key): Key[] {
  return [...new Set(voices.map(of))];
}

function fits(model: Voice, { language, gender, provider, q }: Partial<Record<Filter, string>>): boolean {
  const isOf = (wanted: string | undefined, has: string | Provider) => !wanted || wanted === has;
  return isOf(language, languageOf(model)) && isOf(gender, model.voice.gender) && isOf(provider, providerOf(model.voice.modelId))
    && (!q || `${model.name} ${model.voiceDescription}`.toLowerCase().includes(String(q).toLowerCase()));
}
