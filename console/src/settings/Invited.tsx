import type { Schema } from '../api/client';
import { Button } from '../ui/Button';
import { Copy } from '../ui/Copy';
import { Dialog } from '../ui/Dialog';
import { useText } from './messages';

/** What becomes of an invitation: a link to pass on, where the server sends no mail. */
export function Invited({ invite: { email = '', inviteUrl }, onClose }: { invite: Schema<'GuestOutput'>; onClose(): void }) {
  const text = useText();
  return (
    <Dialog title={text('invited', { email })} isOpen onClose={onClose}>
      {inviteUrl ? (
        <>
          <p>{text('linkMore')}</p>
          <code className="secret">{inviteUrl}</code>
          <p className="faint small">{text('linkOnce')}</p>
          <div className="row end"><Copy value={inviteUrl} label={text('copyLink')} /><Button kind="main" onPress={onClose}>{text('finished')}</Button></div>
        </>
      ) : (
        <>
          <p>{text('mailed', { email })}</p>
          <div className="row end"><Button kind="main" onPress={onClose}>{text('finished')}</Button></div>
        </>
      )}
    </Dialog>
  );
}
