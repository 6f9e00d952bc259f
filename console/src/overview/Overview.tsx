import { useSearch } from '@tanstack/react-router';
import { useOrganization } from '../settings/queries';
import { Page, Pending } from '../ui/Page';
import { FirstSteps } from './FirstSteps';
import { Headlines } from './Headlines';
import { LiveCalls } from './LiveCalls';
import { useText } from './messages';
import { ProspectShares } from './ProspectShares';
import { useMetrics } from './queries';
import { dayIn, rangeOf, zoneName } from './range';
import { RangePicker } from './RangePicker';
import { RecentCalls } from './RecentCalls';
import { Trends } from './Trends';
import '../ui/rows.css';
import './overview.css';

/** How the organization's agents have been doing, and what goes on now. */
export function Overview() {
  const text = useText();
  const search = useSearch({ strict: false });
  const organization = useOrganization();
  const zone = zoneName(organization.data?.item.timezone);
  const today = dayIn(zone, new Date());
  const range = organization.data ? rangeOf(search, today) : null;
  const metrics = useMetrics(range);
  return (
    <Page title={text('title')} actions={range && <RangePicker range={range} today={today} />}>
      <FirstSteps />
      <LiveCalls />
      {!range ? <Pending of={organization} /> : !metrics.data ? <Pending of={metrics} /> : (
        <div className="figures" aria-busy={metrics.isPlaceholderData}>
          <Headlines metrics={metrics.data} />
          <Trends metrics={metrics.data} range={range} zone={zone} />
        </div>
      )}
      <ProspectShares />
      <RecentCalls />
    </Page>
  );
}
