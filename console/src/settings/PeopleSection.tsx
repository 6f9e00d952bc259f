import { useMay } from '../session/session';
import { Invites } from './Invites';
import { Members } from './Members';
import { Card } from '../ui/Page';
import { useText } from './messages';
import { ROLES } from './roles';

/** Who belongs to the organization, who is asked to, and what each may do. */
export function PeopleSection() {
  const text = useText();
  const mayAdminister = useMay('ADMINISTER');
  return (
    <>
      <Members />
      <Invites mayInvite={mayAdminister} />
      <Card title={text('roles')}>
        <dl className="roles">
          {ROLES.map(role => <div key={role}><dt>{text(role)}</dt><dd className="faint">{text(`${role}_MAY`)}</dd></div>)}
        </dl>
      </Card>
    </>
  );
}
