import { Link } from '@tanstack/react-router';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { useVoices } from '../voices/queries';
import { usePlayer } from '../voices/usePlayer';
import { useText } from './messages';
import { Stage } from './Stage';

/** The voices of the server. */
export function SpeakingStage({ speaks }: { speaks: boolean | null }) {
  const text = useText();
  const voices = useVoices();
  const { playing, failed, play, stop } = usePlayer();
  const first = voices.data?.[0];
  const count = voices.data?.length ?? 0;
  return (
    <Stage title={text('speaks')} state={speaks === null ? null : speaks ? text('speaksYes', { count }) : text('speaksNo')} isGood={speaks}
      settings={['PARLEY_TTS_BASE_URL', 'PARLEY_TTS_PIPER_VOICE']}>
      <div className="row">
        {first && (
          <Button onPress={() => playing ? stop() : play(first.voice.modelId)}>
            <Icon name={playing ? 'pause' : 'play'} size={16} />{text(playing ? 'stop' : 'hear', { name: first.name })}
          </Button>
        )}
        <Link to="/voices">{text('allVoices')}</Link>
      </div>
      {failed && <p className="wrong" role="alert">{text('notHeard')}</p>}
    </Stage>
  );
}
