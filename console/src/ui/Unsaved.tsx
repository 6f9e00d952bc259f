import { useBlocker } from '@tanstack/react-router';
import { Button } from './Button';
import { Dialog } from './Dialog';
import { useFormText } from './formMessages';

/** Asks before a page with unsaved changes is left. */
export function Unsaved({ isDirty }: { isDirty: boolean }) {
  const text = useFormText();
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: ({ current, next }) => isDirty && current.pathname !== next.pathname,
    enableBeforeUnload: () => isDirty,
    withResolver: true,
  });
  return (
    <Dialog title={text('unsaved')} isOpen={status === 'blocked'} onClose={() => reset?.()}>
      <p>{text('unsavedMore')}</p>
      <div className="row end">
        <Button onPress={() => reset?.()}>{text('stay')}</Button>
        <Button kind="danger" onPress={() => proceed?.()}>{text('leave')}</Button>
      </div>
    </Dialog>
  );
}
