import { useNavigate, useParams } from '@tanstack/react-router';
import { Page } from '../ui/Page';
import { Tabs } from '../ui/Tabs';
import { AccountSection } from './AccountSection';
import { KeysSection } from './KeysSection';
import { useText } from './messages';
import { OrganizationSection } from './OrganizationSection';
import { PeopleSection } from './PeopleSection';
import { ServerSection } from './ServerSection';
import '../ui/rows.css';
import './settings.css';

const SECTIONS = ['organization', 'people', 'keys', 'server', 'account'] as const;
type Section = (typeof SECTIONS)[number];

/** Everything that is set once: the organization, who belongs to it, its keys, and oneself. */
export function Settings() {
  const text = useText();
  const navigate = useNavigate();
  const { section } = useParams({ strict: false });
  const shown = SECTIONS.find(one => one === section) ?? 'organization';
  const contents: Record<Section, () => React.JSX.Element> = {
    organization: OrganizationSection, people: PeopleSection, keys: KeysSection, server: ServerSection, account: AccountSection,
  };
  return (
    <Page title={text('title')}>
      <Tabs<Section> label={text('title')} value={shown} onChange={chosen => void navigate({ to: '/settings/$section', params: { section: chosen } })}
        tabs={SECTIONS.map(key => {
          const Content = contents[key];
          return { key, label: text(key), content: <Content /> };
        })} />
    </Page>
  );
}
