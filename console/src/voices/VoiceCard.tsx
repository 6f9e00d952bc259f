import type { Schema } from '../api/client';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { Badge } from '../ui/Page';
import { useText } from './messages';
import { providerOf } from './provider';
import { SpokenBy } from './SpokenBy';
import type { usePlayer } from './usePlayer';

/** One voice: what it is like, what it sounds like, who speaks with it. */
export function VoiceCard({ model: { name, voiceDescription, voice }, player: { playing, failed, play, stop }, agents }: {
  model: Schema<'VoiceModel'>;
  player: ReturnType<typeof usePlayer>;
  agents: Pick<Schema<'AIAgentOutput'>, 'id' | 'name'>[];
}) {
  const text = useText();
  const { gender, languageAccent: { language, accent }, modelId } = voice;
  const isPlaying = playing === modelId;
  return (
    <li className="card voice">
      <header>
        <h2 className="grow">{name}</h2>
        <Button aria-label={text(isPlaying ? 'stopVoice' : 'playVoice', { name })} onPress={() => isPlaying ? stop() : play(modelId)}>
          <Icon name={isPlaying ? 'pause' : 'play'} size={16} />{text(isPlaying ? 'stop' : 'play')}
        </Button>
      </header>
      <div className="row">
        <Badge>{accent === language ? text(language) : text('spoken', { language: text(language), accent: text(`${accent}Accent`) })}</Badge><Badge>{text(gender)}</Badge><Badge>{text(providerOf(modelId))}</Badge>
      </div>
      <p className="faint small">{voiceDescription}</p>
      {failed === modelId && <p className="wrong" role="alert">{text('notHeard')}</p>}
      <p className="small speakers">
        {agents.length === 0 ? <span className="faint">{text('nobody')}</span> : <SpokenBy label={text('spokenBy')} agents={agents} />}
      </p>
    </li>
  );
}
