import { useState } from 'react';
import { useFormat } from '../messages/format';
import { Button } from '../ui/Button';
import { Copy } from '../ui/Copy';
import { ConfirmButton } from '../ui/Dialog';
import { Card, Pending } from '../ui/Page';
import { useRotateSecret, useSigningSecret } from './deliveries';
import { useRunText } from './runMessages';

/** What the events of an action are signed with, shown when it is asked for. */
export function SigningSecret({ actionId }: { actionId: string }) {
  const text = useRunText();
  const format = useFormat();
  const [isShown, setShown] = useState(false);
  const secret = useSigningSecret(actionId, isShown);
  const rotate = useRotateSecret(actionId);
  return (
    <Card title={text('secret')}>
      <p className="faint">{text('secretHint')}</p>
      {isShown && !secret.data && <Pending of={secret} />}
      {isShown && secret.data && (
        <>
          <code className="code">{secret.data.secret}</code>
          {secret.data.previousUntil && <p className="faint">{text('previousUntil', { time: format.moment(secret.data.previousUntil) })}</p>}
        </>
      )}
      <div className="row">
        <Button onPress={() => setShown(!isShown)}>{text(isShown ? 'hideSecret' : 'showSecret')}</Button>
        {isShown && secret.data && <Copy value={secret.data.secret} label={text('copySecret')} />}
        <ConfirmButton label={text('rotate')} question={text('rotateQuestion')} onConfirm={() => rotate.mutate()} />
      </div>
    </Card>
  );
}
