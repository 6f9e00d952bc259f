import { useEffect, useState } from 'react';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { useText } from './messages';

/** The one that sounds at the moment: no two voices speak at once. */
let sounding: HTMLAudioElement | null = null;

/** Lets a voice be heard. */
export function Preview({ url, name }: { url: string; name: string }) {
  const text = useText();
  const [audio, setAudio] = useState<HTMLAudioElement | null>(null);
  const [hasFailed, setFailed] = useState(false);
  useEffect(() => () => audio?.pause(), [audio]);
  const play = () => {
    sounding?.pause();
    // by the name this page knows the server by
    const { pathname, search } = new URL(url, location.href);
    const next = new Audio(pathname + search);
    sounding = next;
    next.onended = next.onpause = () => setAudio(null);
    next.onerror = () => { setFailed(true); setAudio(null); };
    setFailed(false);
    setAudio(next);
    void next.play().catch(() => {});
  };
  return (
    <>
      <Button onPress={() => (audio ? audio.pause() : play())} aria-label={`${text(audio ? 'stop' : 'listen')}: ${name}`}>
        <Icon name={audio ? 'pause' : 'play'} size={16} />{text(audio ? 'stop' : 'listen')}
      </Button>
      {hasFailed && <span className="wrong" role="alert">{text('silent')}</span>}
    </>
  );
}
