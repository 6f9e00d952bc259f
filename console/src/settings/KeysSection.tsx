import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useChange } from '../api/change';
import { api, asked, type Schema } from '../api/client';
import { instant, useFormat } from '../messages/format';
import { session, useMay } from '../session/session';
import { Button } from '../ui/Button';
import { ConfirmButton } from '../ui/Dialog';
import { Icon } from '../ui/Icon';
import { Badge, Card, Empty, Pending } from '../ui/Page';
import { useText } from './messages';
import { NewKey } from './NewKey';
import { useKeys, useMembers } from './queries';
import { mayAppoint } from './roles';

/** What programs sign in with. */
export function KeysSection() {
  const text = useText();
  const mayAdminister = useMay('ADMINISTER');
  const mayCall = useMay('CALL');
  const keys = useKeys();
  const [made, setMade] = useState<Schema<'UserApiKeyLink'> | null>(null);
  const makeKey = useChange(() => asked(api.POST('/v1/api-keys', { body: { key_type: 'api_key' } })), { touches: [['keys']], onDone: setMade });
  const makeCallKey = useChange(() => asked(api.GET('/v1/api-keys/call-key')), { touches: [['keys']], onDone: setMade });
  const actions = (
    <>
      {mayCall && <Button isPending={makeCallKey.isPending} onPress={() => makeCallKey.mutate()}>{text('makeCallKey')}</Button>}
      {mayAdminister && <Button kind="main" isPending={makeKey.isPending} onPress={() => makeKey.mutate()}><Icon name="add" size={16} />{text('makeKey')}</Button>}
    </>
  );
  return (
    <>
      <Card title={text('keys')} actions={actions}>
        <p className="faint">{text('keysMore')}</p>
        {!keys.data ? <Pending of={keys} /> : keys.data.length === 0 ? <Empty icon="link" title={text('noKeys')} /> : (
          <div className="scroll" tabIndex={0}>
            <table className="level">
              <thead>
                <tr>
                  <th scope="col">{text('key')}</th><th scope="col">{text('kind')}</th><th scope="col">{text('actsFor')}</th><th scope="col">{text('made')}</th>
                  <th scope="col">{text('ends')}</th><th scope="col"><span className="unseen">{text('change')}</span></th>
                </tr>
              </thead>
              <tbody>{keys.data.map(key => <Key key={key.id} entry={key} mayRevoke={mayAdminister} />)}</tbody>
            </table>
          </div>
        )}
      </Card>
      {made && <NewKey made={made} onClose={() => setMade(null)} />}
    </>
  );
}

function Key({ entry, mayRevoke }: { entry: Schema<'UserApiKeyLink'>; mayRevoke: boolean }) {
  const text = useText();
  const format = useFormat();
  const member = useMembers().data?.find(({ id }) => id === entry.userId);
  const mine = useQuery(session).data?.user.role;
  const revoke = useChange(() => asked(api.DELETE('/v1/api-keys/{key_id}', { params: { path: { key_id: entry.id ?? '' } } })), { touches: [['keys']], done: text('keyRevoked') });
  const isOver = entry.expiresAt !== undefined && instant(entry.expiresAt).getTime() < Date.now();
  return (
    <tr>
      <td className="nowrap"><code>{entry.secretKey}</code></td>
      <td className="nowrap">{text(entry.keyType === 'call_key' ? 'callKey' : 'apiKey')}</td>
      <td className="person">{member?.fullName ?? member?.email ?? text('formerMember')}</td>
      <td className="nowrap">{entry.createdAt && format.day(entry.createdAt)}</td>
      <td className="nowrap">{entry.isActive ? entry.expiresAt && format.moment(entry.expiresAt) : <Badge>{text(isOver ? 'expired' : 'keyIsRevoked')}</Badge>}</td>
      <td>
        <div className="row end">
          {mayRevoke && entry.isActive && (!member || mayAppoint(mine, member.role)) && (
            <ConfirmButton label={text('revokeKey')} question={text('revokeKeyMore', { key: entry.secretKey ?? '' })} onConfirm={() => revoke.mutateAsync().catch(() => {})}><Icon name="trash" /></ConfirmButton>
          )}
        </div>
      </td>
    </tr>
  );
}
