import { useBlocker } from '@tanstack/react-router';
import { Button } from './Button';
import { Dialog } from './Dialog';
import { useText } from './saveMessages';
import './savebar.css';

/** Appears once something was changed; keeps one from leaving without having decided about it. */
export function SaveBar({ isChanged, isSaving, onSave, onReset }: { isChanged: boolean; isSaving: boolean; onSave(): void; onReset(): void }) {
  const text = useText();
  const blocker = useBlocker({ shouldBlockFn: () => isChanged, enableBeforeUnload: () => isChanged, withResolver: true });
  return (
    <>
      {isChanged && (
        <div className="save-bar" role="region" aria-label={text('unsaved')}>
          <span className="grow">{text('unsaved')}</span>
          <Button onPress={onReset}>{text('discard')}</Button>
          <Button kind="main" isPending={isSaving} onPress={onSave}>{text('save')}</Button>
        </div>
      )}
      <Dialog title={text('leave')} isOpen={blocker.status === 'blocked'} onClose={() => blocker.reset?.()}>
        <p>{text('question')}</p>
        <div className="row end">
          <Button onPress={() => blocker.reset?.()}>{text('stay')}</Button>
          <Button kind="danger" onPress={() => blocker.proceed?.()}>{text('leave')}</Button>
        </div>
      </Dialog>
    </>
  );
}
