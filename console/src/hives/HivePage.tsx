import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useMay } from '../session/session';
import { Button } from '../ui/Button';
import { ConfirmButton } from '../ui/Dialog';
import { Icon } from '../ui/Icon';
import { Page, Pending } from '../ui/Page';
import { HiveAgents } from './HiveAgents';
import { HiveSettings } from './HiveSettings';
import { HiveStatus } from './HiveStatus';
import { kindIcons } from './kinds';
import { useHivesText } from './messages';
import { useHiveName } from './name';
import { useHiveText } from './pageMessages';
import { useDeleteHive, useHive, useReadAgain } from './queries';
import { isBeingRead } from './reading';
import { ReadingCard } from './ReadingCard';
import { TestQuestion } from './TestQuestion';
import './hives.css';

/** One hive: how far it is read, what it answers, what it is made of and who knows it. */
export function HivePage() {
  const text = useHiveText();
  const list = useHivesText();
  const { hiveId } = useParams({ from: '/hives/$hiveId' });
  const { q = '' } = useSearch({ from: '/hives/$hiveId' });
  const navigate = useNavigate({ from: '/hives/$hiveId' });
  const mayWrite = useMay('WRITE');
  const hiveName = useHiveName();
  const hive = useHive(hiveId);
  const again = useReadAgain(hiveId);
  const remove = useDeleteHive(() => void navigate({ to: '/hives', ignoreBlocker: true }));
  const back = { to: '/hives', label: list('back') } as const;
  if (!hive.data) {
    return <Page title={list('title')} back={back}><Pending of={hive} /></Page>;
  }
  const { item } = hive.data;
  const actions = mayWrite && (
    <>
      <Button isDisabled={isBeingRead(item)} isPending={again.isPending} onPress={() => again.mutate()}><Icon name="refresh" size={16} />{text('again')}</Button>
      <ConfirmButton label={list('delete')} question={list('deleteQuestion', { name: hiveName(item) })} onConfirm={() => remove.mutate(hiveId)} />
    </>
  );
  const lead = <span className="row"><span className="hive-kind"><Icon name={kindIcons[item.content.hiveType]} size={16} />{list(item.content.hiveType)}</span><HiveStatus status={item.status} /></span>;
  return (
    <Page title={hiveName(item)} back={back} lead={lead} actions={actions}>
      <ReadingCard hive={item} />
      <TestQuestion key={hiveId} hiveId={hiveId} question={q} onAsk={question => void navigate({ search: { q: question }, replace: true })} />
      <div className="halves">
        <HiveSettings key={hiveId} hive={hive.data} onReload={hive.refetch} />
        <HiveAgents hiveId={hiveId} />
      </div>
    </Page>
  );
}
