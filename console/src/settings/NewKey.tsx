import type { Schema } from '../api/client';
import { useFormat } from '../messages/format';
import { Button } from '../ui/Button';
import { Copy } from '../ui/Copy';
import { Dialog } from '../ui/Dialog';
import { useText } from './messages';

/** A key that has just been made, the only time it is shown. */
export function NewKey({ made: { secretKey = '', keyType, expiresAt }, onClose }: { made: Schema<'UserApiKeyLink'>; onClose(): void }) {
  const text = useText();
  const format = useFormat();
  return (
    <Dialog title={text(keyType === 'call_key' ? 'newCallKey' : 'newKey')} isOpen onClose={onClose}>
      <p>{text('keyOnce')}</p>
      <code className="secret">{secretKey}</code>
      <p className="faint small">{text(keyType === 'call_key' ? 'callKeyMore' : 'apiKeyMore')} {expiresAt && text('keyEnds', { when: format.moment(expiresAt) })}</p>
      <div className="row end"><Copy value={secretKey} label={text('copyKey')} /><Button kind="main" onPress={onClose}>{text('finished')}</Button></div>
    </Dialog>
  );
}
