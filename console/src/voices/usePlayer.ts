import { useCallback, useEffect, useRef, useState } from 'react';

/** Plays what voices sound like, one at a time; `failed` is the one that could not be heard. */
export function usePlayer() {
  const audio = useRef<HTMLAudioElement | null>(null);
  const [playing, setPlaying] = useState<string | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  const stop = useCallback(() => {
    audio.current?.pause();
    audio.current = null;
    setPlaying(null);
  }, []);
  useEffect(() => stop, [stop]);
  const play = useCallback((modelId: string) => {
    stop();
    setFailed(null);
    const player = new Audio(`/v1/voice-models/${encodeURIComponent(modelId)}/preview`);
    const isCurrent = () => audio.current === player;
    const fail = () => {
      if (isCurrent()) {
        stop();
        setFailed(modelId);
      }
    };
    player.addEventListener('ended', () => isCurrent() && stop());
    player.addEventListener('error', fail);
    audio.current = player;
    setPlaying(modelId);
    void player.play().catch(fail);
  }, [stop]);
  return { playing, failed, play, stop };
}
