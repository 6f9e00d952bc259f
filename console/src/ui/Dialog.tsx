import { useState, type ReactNode } from 'react';
import { Dialog as Sheet, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { Button, IconButton } from './Button';
import { Icon } from './Icon';
import { useText } from './messages';
import './dialog.css';

/** A sheet before everything else, until it is closed. */
export function Dialog({ title, isOpen, onClose, children, isWide = false }: {
  title: string;
  isOpen: boolean;
  onClose(): void;
  children: ReactNode;
  isWide?: boolean;
}) {
  const text = useText();
  return (
    <ModalOverlay className="overlay" isOpen={isOpen} onOpenChange={open => !open && onClose()} isDismissable>
      <Modal className={isWide ? 'modal wide' : 'modal'}>
        <Sheet className="sheet">
          <header>
            <Heading slot="title">{title}</Heading>
            <IconButton label={text('close')} onPress={onClose}><Icon name="close" /></IconButton>
          </header>
          {children}
        </Sheet>
      </Modal>
    </ModalOverlay>
  );
}

/** A button for what cannot be undone: asks first, and says what will be gone. */
export function ConfirmButton({ label, question, onConfirm, isDisabled = false, children }: {
  label: string;
  /** What happens, in a sentence. */
  question: string;
  onConfirm(): void | Promise<unknown>;
  isDisabled?: boolean;
  children?: ReactNode;
}) {
  const text = useText();
  const [isOpen, setOpen] = useState(false);
  const confirm = async () => {
    await onConfirm();
    setOpen(false);
  };
  return (
    <>
      {children
        ? <IconButton label={label} isDisabled={isDisabled} onPress={() => setOpen(true)}>{children}</IconButton>
        : <Button kind="danger" isDisabled={isDisabled} onPress={() => setOpen(true)}>{label}</Button>}
      <Dialog title={label} isOpen={isOpen} onClose={() => setOpen(false)}>
        <p>{question}</p>
        <div className="row end">
          <Button onPress={() => setOpen(false)}>{text('cancel')}</Button>
          <Button kind="danger" onPress={() => void confirm()}>{label}</Button>
        </div>
      </Dialog>
    </>
  );
}
