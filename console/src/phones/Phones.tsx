import { useState } from 'react';
import { Refusal } from '../api/client';
import { useAgentNames } from '../api/agentNames';
import { useMay } from '../session/session';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { Card, Empty, Page, Pending } from '../ui/Page';
import { CallOut } from './CallOut';
import { useText } from './messages';
import { NoCarrier } from './NoCarrier';
import { Offers } from './Offers';
import { PhoneRow } from './PhoneRow';
import { useCarrierCountries, usePhones } from './queries';
import '../ui/rows.css';
import './phones.css';

/** The organization's numbers, who answers them, and where there are more. */
export function Phones() {
  const text = useText();
  const mayWrite = useMay('WRITE');
  const phones = usePhones();
  const agents = useAgentNames();
  const countries = useCarrierCountries();
  const [calling, setCalling] = useState<{ from?: string } | null>(null);
  const isWithoutCarrier = countries.error instanceof Refusal && countries.error.status === 503;
  const mayCall = mayWrite && (phones.data?.length ?? 0) > 0 && (agents.data?.length ?? 0) > 0;
  return (
    <Page title={text('title')} lead={text('lead')}
      actions={mayCall && <Button kind="main" onPress={() => setCalling({})}><Icon name="call" size={16} />{text('callOut')}</Button>}>
      {isWithoutCarrier && <NoCarrier reason={countries.error?.message ?? ''} onRetry={() => void countries.refetch()} isPending={countries.isFetching} />}
      {!phones.data ? <Pending of={phones} /> : phones.data.length === 0 ? !isWithoutCarrier && (
        <Empty icon="call" title={text('none')}><p>{text(mayWrite ? 'noneMore' : 'noneReadOnly')}</p></Empty>
      ) : (
        <Card title={text('yours')}>
          <div className="scroll">
            <table className="level phones">
              <thead>
                <tr><th scope="col">{text('number')}</th><th scope="col">{text('answers')}</th><th scope="col">{text('carrier')}</th><th scope="col"><span className="unseen">{text('actions')}</span></th></tr>
              </thead>
              <tbody>
                {phones.data.map(phone => <PhoneRow key={phone.id} phone={phone} agents={agents.data ?? []} mayWrite={mayWrite} onCall={() => setCalling({ from: phone.phoneNumber ?? '' })} />)}
              </tbody>
            </table>
          </div>
        </Card>
      )}
      {mayWrite && !isWithoutCarrier && <Offers countries={countries} />}
      {calling && phones.data && agents.data && <CallOut phones={phones.data} agents={agents.data} from={calling.from} onClose={() => setCalling(null)} />}
    </Page>
  );
}
