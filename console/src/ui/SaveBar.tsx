import { Button } from './Button';
import { useText } from './saveMessages';
import { Unsaved } from './Unsaved';
import './savebar.css';

/** Appears once something was changed; keeps one from leaving without having decided about it. */
export function SaveBar({ isChanged, isSaving, onSave, onReset }: { isChanged: boolean; isSaving: boolean; onSave(): void; onReset(): void }) {
  const text = useText();
  return (
    <>
      {isChanged && (
        <div className="save-bar" role="region" aria-label={text('unsaved')}>
          <span className="grow">{text('unsaved')}</span>
          <Button onPress={onReset}>{text('discard')}</Button>
          <Button kind="main" isPending={isSaving} onPress={onSave}>{text('save')}</Button>
        </div>
      )}
      <Unsaved isDirty={isChanged} />
    </>
  );
}
