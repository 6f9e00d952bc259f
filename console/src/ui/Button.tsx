import { Button as Pressable, type ButtonProps } from 'react-aria-components';
import './button.css';

type Kind = 'main' | 'plain' | 'quiet' | 'danger';

/** Something that happens when it is pressed. `isPending` shows that it goes on. */
export function Button({ kind = 'plain', className = '', ...rest }: Omit<ButtonProps, 'className'> & { kind?: Kind; className?: string }) {
  return <Pressable {...rest} className={`button ${kind} ${className}`} />;
}

/** A button that shows a picture only; its label is for those who do not see it. */
export function IconButton({ label, ...rest }: Omit<ButtonProps, 'className' | 'aria-label'> & { label: string }) {
  return <Pressable {...rest} aria-label={label} className="button icon" />;
}
