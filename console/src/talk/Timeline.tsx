import { useEffect, useState } from 'react';
import { useText } from './messages';
import type { Mark, Talk } from './talk';

/** Seconds that are seen at least. */
const SHORTEST = 20;

/** Who spoke when, and where somebody was interrupted. */
export function Timeline({ talk }: { talk: Talk }) {
  const text = useText();
  const [now, setNow] = useState(0);
  const isLive = talk.state !== 'ended';
  useEffect(() => {
    if (!isLive) {
      return;
    }
    const timer = setInterval(() => setNow((Date.now() - talk.beganAt) / 1_000), 200);
    return () => clearInterval(timer);
  }, [isLive, talk.beganAt]);
  const until = Math.max(SHORTEST, now, ...talk.marks.map(mark => mark.to ?? mark.from));
  const at = (seconds: number) => (100 * seconds) / until;
  return (
    <svg className="timeline" viewBox="0 0 100 20" preserveAspectRatio="none" role="img" aria-label={text('timeline')}>
      {talk.marks.map((mark, index) => (
        <rect key={index} data-kind={mark.kind} x={at(mark.from)} width={Math.max(0.4, at((mark.to ?? Math.max(now, mark.from)) - mark.from))} {...lane(mark)}>
          <title>{text(`mark${mark.kind === 'gave-way' ? 'Gave-way' : capital(mark.kind)}`)}</title>
        </rect>
      ))}
    </svg>
  );
}

function lane({ kind }: Mark) {
  switch (kind) {
    case 'caller': return { y: 1, height: 7 };
    case 'agent': return { y: 12, height: 7 };
    case 'paused': return { y: 12, height: 7 };
    case 'gave-way': return { y: 0, height: 20 };
  }
}

function capital(kind: 'caller' | 'agent' | 'paused') {
  return (kind.charAt(0).toUpperCase() + kind.slice(1)) as 'Caller' | 'Agent' | 'Paused';
}
