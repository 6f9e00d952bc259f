import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, asked } from '../api/client';
import { useChange } from '../api/change';
import { useMay } from '../session/session';
import { Button } from '../ui/Button';
import { Card, Pending } from '../ui/Page';
import { ProspectChoice } from '../prospects/ProspectChoice';
import { prospect, prospectName } from '../prospects/queries';
import { useText } from './messages';
import type { Conversation } from './queries';

/** Whose conversation it is. */
export function ProspectCard({ record }: { record: Conversation }) {
  const text = useText();
  const mayWrite = useMay('WRITE');
  const path = (prospect_id: string) => ({ params: { path: { conversation_id: record.id ?? '', prospect_id } } });
  const touches = [['conversations'], ['prospects']];
  const link = useChange((id: string) => asked(api.POST('/v1/conversations/{conversation_id}/prospects/{prospect_id}/links', path(id))), { touches, done: text('linked') });
  const unlink = useChange((id: string) => asked(api.DELETE('/v1/conversations/{conversation_id}/prospects/{prospect_id}/links', path(id))), { touches, done: text('unlinked') });
  const id = record.prospectId;
  return (
    <Card title={text('prospect')} actions={id && mayWrite && <Button kind="quiet" onPress={() => unlink.mutate(id)}>{text('unlink')}</Button>}>
      {id ? <Known id={id} /> : <p className="faint">{text('noProspect')}</p>}
      {!id && mayWrite && <ProspectChoice label={text('link')} onChoose={chosen => link.mutate(chosen)} />}
    </Card>
  );
}

function Known({ id }: { id: string }) {
  const found = useQuery(prospect(id));
  return found.data ? <Link to="/prospects/$prospectId" params={{ prospectId: id }} search={{}}>{prospectName(found.data.item)}</Link> : <Pending of={found} />;
}
