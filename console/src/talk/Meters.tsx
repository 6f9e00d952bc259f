import { useEffect, useRef } from 'react';
import { useText } from './messages';

/** How loud both sides are, as often as the screen is drawn. */
export function Meters({ levels }: { levels(): { own: number; agent: number } }) {
  const text = useText();
  const own = useRef<HTMLMeterElement>(null);
  const agent = useRef<HTMLMeterElement>(null);
  useEffect(() => {
    let frame = requestAnimationFrame(function draw() {
      const now = levels();
      if (own.current && agent.current) {
        own.current.value = now.own;
        agent.current.value = now.agent;
      }
      frame = requestAnimationFrame(draw);
    });
    return () => cancelAnimationFrame(frame);
  }, [levels]);
  return (
    <div className="meters">
      <label>{text('microphone')}<meter ref={own} min={0} max={1} low={0.05} /></label>
      <label>{text('voice')}<meter ref={agent} min={0} max={1} low={0.05} data-side="agent" /></label>
    </div>
  );
}
