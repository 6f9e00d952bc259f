import { useSearch } from '@tanstack/react-router';
import { useOrganization } from '../settings/queries';
import { Page, Pending } from '../ui/Page';
import { FirstSteps } from './FirstSteps';
import { Headlines } from './Headlines';
import { LiveCalls } from './LiveCalls';
import { useText } from './messages';
import { ProspectShares } from './ProspectShares';
import { useMetrics } from './queries';
import { dayIn, rangeOf, zoneName, type Range } from './range';
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
  const range = organization.data && rangeOf(search, today);
  return (
    <Page title={text('title')} actions={range && <RangePicker range={range} today={today} />}>
      <FirstSteps />
      <LiveCalls />
      {range ? <Figures range={range} zone={zone} /> : <Pending of={organization} />}
      <ProspectShares />
      <RecentCalls />
    </Page>
  );
}

/** What depends on the days that are looked at. */
function Figures({ range, zone }: { range: Range; zone: string }) {
  const metrics = useMetrics(range);
  return metrics.data ? (
    <div className="figures" aria-busy={metrics.isPlaceholderData}>
      <Headlines metrics={metrics.data} />
      <Trends metrics={metrics.data} range={range} zone={zone} />
    </div>
  ) : <Pending of={metrics} />;
}
