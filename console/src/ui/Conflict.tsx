import { useEffect, useRef } from 'react';
import { isConflict } from '../api/versioned';
import { Button } from './Button';
import { useFormText } from './formMessages';

/** Says that somebody else was faster, and offers what they have made of it. */
export function Conflict({ problem, onLoad }: { problem: unknown; onLoad(): void }) {
  const text = useFormText();
  const notice = useRef<HTMLDivElement>(null);
  // whoever saved may be at the end of a long form
  useEffect(() => notice.current?.scrollIntoView({ block: 'center' }), [problem]);
  return isConflict(problem) ? (
    <div className="notice row" role="alert" ref={notice}>
      <span className="grow">{text('conflict')}</span>
      <Button onPress={onLoad}>{text('load')}</Button>
    </div>
  ) : null;
}
