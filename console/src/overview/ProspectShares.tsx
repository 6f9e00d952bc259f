import { Link } from '@tanstack/react-router';
import { Shares } from '../charts/Shares';
import type { Tone } from '../charts/series';
import { useFormat } from '../messages/format';
import { Card, Pending } from '../ui/Page';
import { useText } from './messages';
import { STATUSES, useProspectCounts, useStats, type ProspectStatus } from './queries';

const TONES: Record<ProspectStatus, Tone> = {
  NEW: 'grey', GENERAL_ENQUIRY: 'blue', SCHEDULED_CALLBACK_WITH_BOT: 'green', SCHEDULED_APPOINTMENT_WITH_PERSON: 'green', SCHEDULED_APPOINTMENT_FOR_SERVICE: 'green',
  PRODUCT_ORDER_PLACED: 'green', SERVICE_ORDER_PLACED: 'green', NOT_INTERESTED: 'amber',
};

/** Where the organization's prospects stand now. */
export function ProspectShares() {
  const text = useText();
  const format = useFormat();
  const counts = useProspectCounts();
  const stats = useStats();
  return (
    <Card title={text('byStatus')} actions={<Link to="/prospects">{text('all')}</Link>}>
      {!counts.data ? <Pending of={counts} /> : counts.data.every(count => count === 0) ? <p className="faint">{text('noProspects')}</p> : (
        <>
          {stats.data && (
            <p className="faint small">{text('inAll', { count: stats.data.no_of_prospects, appointments: stats.data.appointment_scheduled })}</p>
          )}
          <Shares label={text('byStatus')} format={format.number} shares={STATUSES.map((status, i) => ({ key: status, label: text(status), tone: TONES[status], value: counts.data?.[i] ?? 0 }))} />
        </>
      )}
    </Card>
  );
}
