import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useAgents, voices } from '../agents/queries';
import { Choice } from '../ui/Choice';
import { Card, Empty, Page, Pending } from '../ui/Page';
import { useText } from './messages';
import { Preview } from './Preview';

const ALL = 'all';

/** Every voice there is. */
export function Voices() {
  const text = useText();
  const navigate = useNavigate();
  const { language = ALL, gender = ALL } = useSearch({ strict: false });
  const all = useQuery(voices);
  const agents = useAgents('');
  const choose = (some: Record<string, string>) => void navigate({ to: '/voices', search: { language, gender, ...some }, replace: true });
  const fitting = all.data?.filter(({ voice }) => (language === ALL || voice.languageAccent.language === language) && (gender === ALL || voice.gender === gender));
  const users = (modelId: string) => (agents.items ?? []).filter(agent => agent.voice?.modelId === modelId).map(agent => agent.name);
  return (
    <Page title={text('title')} lead={text('lead')}>
      <div className="row">
        <Choice label={text('language')} value={language} onChange={key => choose({ language: key })}
          options={[{ key: ALL, label: text('all') }, ...['English', 'Spanish', 'Hindi'].map(key => ({ key, label: key }))]} />
        <Choice label={text('gender')} value={gender} onChange={key => choose({ gender: key })}
          options={[{ key: ALL, label: text('all') }, ...(['Female', 'Male', 'Neutral'] as const).map(key => ({ key: key as string, label: text(key) }))]} />
      </div>
      {!fitting ? <Pending of={all} /> : fitting.length === 0 ? <Empty icon="voice" title={text('none')}><p>{text('noneLead')}</p></Empty> : (
        <ul className="grid">
          {fitting.map(({ voice, name, voiceDescription, previewUrl }) => (
            <li key={voice.modelId}>
              <Card title={name} actions={<Preview url={previewUrl} name={name} />}>
                <p>{voiceDescription}</p>
                <p className="faint small">{[voice.languageAccent.language, voice.languageAccent.accent, text(voice.gender)].join(' · ')}</p>
                <p className="faint small">{users(voice.modelId).length ? text('usedBy', { names: users(voice.modelId).join(', ') }) : text('unused')}</p>
              </Card>
            </li>
          ))}
        </ul>
      )}
    </Page>
  );
}
