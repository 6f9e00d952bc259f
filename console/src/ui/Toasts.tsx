import { createContext, use, useCallback, useRef, useState, type ReactNode } from 'react';
import { IconButton } from './Button';
import { Icon } from './Icon';
import { useText } from './messages';
import './toasts.css';

interface Toast {
  id: number;
  text: string;
  isBad: boolean;
  /** Takes back what happened. */
  undo?: { label: string; run(): void };
}

type Show = (text: string, more?: { isBad?: boolean; undo?: Toast['undo'] }) => void;

const Context = createContext<Show>(() => {});
const SHOWN_MILLIS = 8_000;

/** Shows for a while what has happened, for everybody to see and to hear. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const text = useText();
  const [toasts, setToasts] = useState<Toast[]>([]);
  const last = useRef(0);
  const drop = useCallback((id: number) => setToasts(all => all.filter(toast => toast.id !== id)), []);
  const show = useCallback<Show>((said, { isBad = false, undo } = {}) => {
    const id = ++last.current;
    setToasts(all => [...all.slice(-2), { id, text: said, isBad, ...(undo && { undo }) }]);
    setTimeout(() => drop(id), SHOWN_MILLIS);
  }, [drop]);
  return (
    <Context value={show}>
      {children}
      <div className="toasts" role="status" aria-live="polite">
        {toasts.map(toast => (
          <div key={toast.id} className={toast.isBad ? 'toast bad' : 'toast'}>
            <span className="grow">{toast.text}</span>
            {toast.undo && (
              <button type="button" onClick={() => { toast.undo?.run(); drop(toast.id); }}>{toast.undo.label}</button>
            )}
            <IconButton label={text('dismiss')} onPress={() => drop(toast.id)}><Icon name="close" size={16} /></IconButton>
          </div>
        ))}
      </div>
    </Context>
  );
}

export function useToast(): Show {
  return use(Context);
}
