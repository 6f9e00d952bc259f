import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { useText } from './messages';
import type { usePlayer } from './usePlayer';

/** Lets one voice be heard, and says when it cannot. */
export function Preview({ modelId, name, player: { playing, failed, play, stop } }: { modelId: string; name: string; player: ReturnType<typeof usePlayer> }) {
  const text = useText();
  const isPlaying = playing === modelId;
  return (
    <>
      <Button aria-label={text(isPlaying ? 'stopVoice' : 'playVoice', { name })} onPress={() => isPlaying ? stop() : play(modelId)}>
        <Icon name={isPlaying ? 'pause' : 'play'} size={16} />{text(isPlaying ? 'stop' : 'play')}
      </Button>
      {failed === modelId && <p className="wrong" role="alert">{text('notHeard')}</p>}
    </>
  );
}
