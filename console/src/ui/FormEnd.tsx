import { Button } from './Button';
import { useFormText } from './formMessages';
import './save.css';

/** The end of a long form, always in sight: saves it, and says what keeps it from being saved. */
export function FormEnd({ label, isDirty, isPending, fault, onUndo }: {
  label: string;
  isDirty: boolean;
  isPending: boolean;
  /** What has to be put right first. */
  fault?: string | undefined;
  onUndo?: (() => void) | undefined;
}) {
  const text = useFormText();
  return (
    <div className="form-end row">
      <Button kind="main" type="submit" isDisabled={fault !== undefined || !isDirty} isPending={isPending}>{label}</Button>
      {isDirty && onUndo && <Button onPress={onUndo}>{text('undo')}</Button>}
      {fault && <span className="wrong">{fault}</span>}
    </div>
  );
}
