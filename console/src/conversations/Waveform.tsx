import { useEffect, useRef, type PointerEvent } from 'react';
import type { Peaks } from './peaks';

const HEIGHT = 88;
const BAR = 3;

/** Both sides of a recording; what was heard already is darker. */
export function Waveform({ peaks, now, onSeek }: { peaks: Peaks; now: number; onSeek(seconds: number): void }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const element = canvas.current;
    if (!element) {
      return;
    }
    const draw = () => paint(element, peaks, now);
    draw();
    const observer = new ResizeObserver(draw);
    observer.observe(element);
    const looks = matchMedia('(prefers-color-scheme: dark)');
    looks.addEventListener('change', draw);
    return () => {
      observer.disconnect();
      looks.removeEventListener('change', draw);
    };
  }, [peaks, now]);
  const seek = (event: PointerEvent<HTMLCanvasElement>) => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    onSeek(((event.clientX - left) / width) * peaks.seconds);
  };
  return <canvas ref={canvas} height={HEIGHT} onPointerDown={seek} onPointerMove={event => event.buttons === 1 && seek(event)} />;
}

function paint(canvas: HTMLCanvasElement, { caller, agent, perSecond, seconds }: Peaks, now: number) {
  const scale = devicePixelRatio;
  const width = canvas.clientWidth;
  canvas.width = width * scale;
  canvas.height = HEIGHT * scale;
  const pen = canvas.getContext('2d');
  if (!pen || seconds === 0) {
    return;
  }
  pen.scale(scale, scale);
  const style = getComputedStyle(canvas);
  const color = (name: string) => style.getPropertyValue(name);
  const bars = Math.max(1, Math.floor(width / BAR));
  const middle = HEIGHT / 2;
  for (let bar = 0; bar < bars; bar++) {
    const from = Math.floor((bar / bars) * seconds * perSecond);
    const to = Math.max(from + 1, Math.floor(((bar + 1) / bars) * seconds * perSecond));
    pen.globalAlpha = (bar / bars) * seconds <= now ? 1 : 0.4;
    pen.fillStyle = color('--side-caller');
    const up = loudest(caller, from, to) * (middle - 4);
    pen.fillRect(bar * BAR, middle - 1 - up, BAR - 1, up);
    pen.fillStyle = color('--side-agent');
    pen.fillRect(bar * BAR, middle + 1, BAR - 1, loudest(agent, from, to) * (middle - 4));
  }
  pen.globalAlpha = 1;
  pen.fillStyle = color('--side-now');
  pen.fillRect((now / seconds) * width - 0.5, 0, 1.5, HEIGHT);
}

/** Voices are quiet most of the time: what is drawn grows with the root of what is heard. */
function loudest(peaks: number[], from: number, to: number): number {
  return Math.sqrt(Math.max(0, ...peaks.slice(from, to)));
}
