import type { Schema } from '../api/client';
import { Badge } from '../ui/Page';
import { useText } from './messages';
import { Preview } from './Preview';
import { providerOf } from './provider';
import { SpokenBy } from './SpokenBy';
import type { usePlayer } from './usePlayer';

/** One voice: what it is like, what it sounds like, who speaks with it. */
export function VoiceCard({ model: { name, voiceDescription, voice }, player, agents }: {
  model: Schema<'VoiceModel'>;
  player: ReturnType<typeof usePlayer>;
  agents: Pick<Schema<'AIAgentOutput'>, 'id' | 'name'>[];
}) {
  const text = useText();
  const { gender, languageAccent: { language, accent }, modelId } = voice;
  return (
    <li className="card voice">
      <header>
        <h2 className="grow">{name}</h2>
        <Preview modelId={modelId} name={name} player={player} />
      </header>
      <div className="row">
        <Badge>{accent === language ? text(language) : text('spoken', { language: text(language), accent: text(`${accent}Accent`) })}</Badge><Badge>{text(gender)}</Badge><Badge>{text(providerOf(modelId))}</Badge>
      </div>
      <p className="faint small">{voiceDescription}</p>
      <p className="small speakers">
        {agents.length === 0 ? <span className="faint">{text('nobody')}</span> : <SpokenBy label={text('spokenBy')} agents={agents} />}
      </p>
    </li>
  );
}
