import { useState } from 'react';
import { useMay } from '../session/session';
import { Card, Pending } from '../ui/Page';
import { useText } from './messages';
import { EndOrganization } from './EndOrganization';
import { OrganizationForm } from './OrganizationForm';
import { useOrganization } from './queries';

/** What the organization is called and where it is at home; and its end. */
export function OrganizationSection() {
  const text = useText();
  const mayOwn = useMay('OWN');
  const organization = useOrganization();
  const [version, setVersion] = useState(0);
  if (!organization.data) {
    return <Pending of={organization} />;
  }
  const { item, etag } = organization.data;
  const begin = () => setVersion(before => before + 1);
  return (
    <>
      <OrganizationForm key={version} organization={item} etag={etag} onSaved={begin} onLoad={() => void organization.refetch().then(begin)} />
      <Card title={text('recordings')}><p className="faint">{text('recordingsMore')}</p></Card>
      {mayOwn && <EndOrganization name={item.name ?? ''} />}
    </>
  );
}
