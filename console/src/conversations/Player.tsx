import { useCallback, useEffect, useState, type KeyboardEvent, type RefObject } from 'react';
import { duration } from '../messages/format';
import { Button } from '../ui/Button';
import { Choice } from '../ui/Choice';
import { Icon } from '../ui/Icon';
import { Card } from '../ui/Page';
import { Progress } from '../ui/Progress';
import { useText } from './messages';
import { readPeaks, type Peaks } from './peaks';
import { Waveform } from './Waveform';

const SPEEDS = ['0.75', '1', '1.25', '1.5', '2'] as const;
const STEP_SECONDS = 5;

/** Plays a recording; the waveform is a slider. The audio element is the caller's, who moves it as well. */
export function Player({ url, audio, now, onTime }: { url: string; audio: RefObject<HTMLAudioElement | null>; now: number; onTime(seconds: number): void }) {
  const text = useText();
  const { peaks, part, hasNone } = usePeaks(url);
  const [isPlaying, setPlaying] = useState(false);
  const [speed, setSpeed] = useState<(typeof SPEEDS)[number]>('1');
  const seek = useCallback((seconds: number) => {
    if (audio.current) {
      audio.current.currentTime = Math.max(0, Math.min(seconds, peaks?.seconds ?? seconds));
      onTime(audio.current.currentTime);
    }
  }, [audio, onTime, peaks]);
  const toggle = () => void (audio.current?.paused ? audio.current.play() : audio.current?.pause());
  const press = (event: KeyboardEvent) => {
    const by = { ArrowLeft: -STEP_SECONDS, ArrowRight: STEP_SECONDS, Home: -Infinity, End: Infinity }[event.key];
    if (by !== undefined) {
      event.preventDefault();
      seek(now + by);
    } else if (event.key === ' ') {
      event.preventDefault();
      toggle();
    }
  };
  return (
    <Card title={text('recording')}>
      {hasNone && <p className="faint">{text('noRecording')}</p>}
      {!hasNone && !peaks && <Progress label={text('loadingRecording')} value={part} />}
      <audio ref={audio} src={hasNone ? undefined : url} preload="metadata" onPlay={() => setPlaying(true)} onPause={() => setPlaying(false)} onTimeUpdate={event => onTime(event.currentTarget.currentTime)} />
      {peaks && (
        <>
          <div className="waveform" role="slider" tabIndex={0} aria-label={text('position')} aria-valuemin={0} aria-valuemax={Math.round(peaks.seconds)} aria-valuenow={Math.round(now)} aria-valuetext={duration(now)} onKeyDown={press}>
            <Waveform peaks={peaks} now={now} onSeek={seek} />
          </div>
          <div className="row">
            <Button kind="main" onPress={toggle}><Icon name={isPlaying ? 'pause' : 'play'} size={16} />{text(isPlaying ? 'pause' : 'play')}</Button>
            <span className="numbers">{duration(now)} / {duration(peaks.seconds)}</span>
            <span className="grow" />
            <Choice label={<span className="unseen">{text('speed')}</span>} value={speed} options={SPEEDS.map(key => ({ key, label: `${key} ×` }))}
              onChange={key => { setSpeed(key); if (audio.current) { audio.current.playbackRate = Number(key); } }} />
          </div>
          <p className="faint small">{text('sides')}</p>
        </>
      )}
    </Card>
  );
}

function usePeaks(url: string) {
  const [state, setState] = useState<{ peaks: Peaks | null; part: number; hasNone: boolean }>({ peaks: null, part: 0, hasNone: false });
  useEffect(() => {
    const controller = new AbortController();
    readPeaks(url, controller.signal, (peaks, part) => setState({ peaks: part > 0.1 ? peaks : null, part, hasNone: false }))
      .then(peaks => setState({ peaks, part: 1, hasNone: peaks === null }))
      .catch(() => !controller.signal.aborted && setState({ peaks: null, part: 0, hasNone: true }));
    return () => controller.abort();
  }, [url]);
  return state;
}
