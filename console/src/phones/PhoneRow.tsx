import { useChange } from '../api/change';
import { api, asked, type Schema } from '../api/client';
import { Button } from '../ui/Button';
import { Choice } from '../ui/Choice';
import { ConfirmButton } from '../ui/Dialog';
import { Icon } from '../ui/Icon';
import { Badge } from '../ui/Page';
import { useText } from './messages';

const NOBODY = '';

/** One number: who answers it, and what can be done with it. */
export function PhoneRow({ phone, agents, mayWrite, onCall }: { phone: Schema<'TelephoneNumber'>; agents: { id: string; label: string }[]; mayWrite: boolean; onCall(): void }) {
  const text = useText();
  const { id = '', phoneNumber: number = '', countryCode, agentId, internalProps } = phone;
  const touches = [['phones'], ['agents']];
  const answer = useChange(
    (agent: string) => agent === NOBODY
      ? asked(api.DELETE('/v1/telephony/phones/{phone_id}/ai-agents/{agent_id}/link', { params: { path: { phone_id: id, agent_id: agentId ?? '' } } }))
      : asked(api.POST('/v1/telephony/phones/{phone_id}/ai-agents/{agent_id}/link', { params: { path: { phone_id: id, agent_id: agent } } })),
    { touches, done: text('linked') },
  );
  const release = useChange(() => asked(api.DELETE('/v1/telephony/phones/{phone_id}', { params: { path: { phone_id: id } } })), { touches: [...touches, ['carrier']], done: text('released', { number }) });
  const carrier = internalProps?.carrier;
  const isKnown = !agentId || agents.some(agent => agent.id === agentId);
  return (
    <tr>
      <td><strong className="numbers nowrap">{number}</strong><span className="hint">{countryCode} {internalProps?.isPending === true && <Badge tone="warn">{text('pending')}</Badge>}</span></td>
      <td className="answers">
        {mayWrite
          ? <Choice label={<span className="unseen">{text('whoAnswers', { number })}</span>} value={answer.isPending ? answer.variables : (agentId ?? NOBODY)} onChange={agent => agent !== (agentId ?? NOBODY) && answer.mutate(agent)} isDisabled={answer.isPending}
              options={[{ key: NOBODY, label: text('nobody') }, ...agents.map(agent => ({ key: agent.id, label: agent.label })), ...(isKnown ? [] : [{ key: agentId, label: agentId }])]} />
          : (agents.find(agent => agent.id === agentId)?.label ?? text('nobody'))}
      </td>
      <td>{typeof carrier === 'string' ? carrier : '–'}</td>
      <td>
        <div className="row end">
          {mayWrite && (
            <>
              <Button onPress={onCall}>{text('callFrom')}</Button>
              <ConfirmButton label={text('release')} question={text('releaseMore', { number })} onConfirm={() => release.mutateAsync().catch(() => {})}><Icon name="trash" /></ConfirmButton>
            </>
          )}
        </div>
      </td>
    </tr>
  );
}
