import { useState } from 'react';
import { Button } from './Button';
import { Icon } from './Icon';
import { useText } from './messages';

/** Puts a text into the clipboard, and says so. */
export function Copy({ value, label }: { value: string; label?: string }) {
  const text = useText();
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(value);
    setCopied(true);
    setTimeout(() => setCopied(false), 2_000);
  };
  return (
    <Button onPress={() => void copy()}>
      <Icon name={isCopied ? 'check' : 'copy'} size={16} />
      {isCopied ? text('copied') : (label ?? text('copy'))}
    </Button>
  );
}
