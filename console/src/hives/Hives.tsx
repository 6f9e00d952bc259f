import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMay } from '../session/session';
import { Button } from '../ui/Button';
import { Choice } from '../ui/Choice';
import { Icon } from '../ui/Icon';
import { More } from '../ui/More';
import { Card, Empty, Page, Pending } from '../ui/Page';
import { AddHive } from './AddHive';
import { HiveTable } from './HiveTable';
import { hiveTypes } from './kinds';
import { useHivesText } from './messages';
import { useHives } from './queries';

const ALL = '-';
const states = ['pending', 'processing', 'completed', 'failed'] as const;

/** What agents know: every hive, and how to add one. */
export function Hives() {
  const text = useHivesText();
  const mayWrite = useMay('WRITE');
  const { type, status, add } = useSearch({ from: '/hives' });
  const navigate = useNavigate({ from: '/hives' });
  const hives = useHives({ type, status });
  const choose = (name: 'type' | 'status' | 'add', value: string | undefined) => {
    void navigate({ search: ({ [name]: _, ...rest }) => (value === undefined ? rest : { ...rest, [name]: value }), replace: true });
  };
  const addButton = mayWrite && <Button kind="main" onPress={() => choose('add', 'yes')}><Icon name="add" size={16} />{text('add')}</Button>;
  const isFiltered = type !== undefined || status !== undefined;
  return (
    <Page title={text('title')} lead={text('lead')} actions={addButton}>
      {(isFiltered || (hives.items && hives.items.length > 0)) && (
        <div className="row hive-filters">
          <Choice label={text('kind')} value={type ?? ALL} onChange={key => choose('type', key === ALL ? undefined : key)}
            options={[{ key: ALL, label: text('allKinds') }, ...hiveTypes.map(key => ({ key: key as string, label: text(key) }))]} />
          <Choice label={text('status')} value={status ?? ALL} onChange={key => choose('status', key === ALL ? undefined : key)}
            options={[{ key: ALL, label: text('allStates') }, ...states.map(key => ({ key: key as string, label: text(key) }))]} />
          {hives.total !== null && <span className="faint numbers">{text('total', { count: hives.total })}</span>}
        </div>
      )}
      {!hives.items && <Pending of={hives} />}
      {hives.items?.length === 0 && (isFiltered
        ? <Empty icon="book" title={text('noneFound')}><Button onPress={() => void navigate({ search: {}, replace: true })}>{text('showAll')}</Button></Empty>
        : <Empty icon="book" title={text('emptyTitle')}><p>{text('empty')}</p>{addButton}</Empty>)}
      {hives.items && hives.items.length > 0 && <Card><HiveTable hives={hives.items} /><More of={hives} /></Card>}
      <AddHive isOpen={mayWrite && add !== undefined} onClose={() => choose('add', undefined)} />
    </Page>
  );
}
