import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Refusal, type Schema } from '../api/client';
import type { Versioned } from '../api/versioned';
import { useMay } from '../session/session';
import { Conflict } from '../ui/Conflict';
import { ConfirmButton } from '../ui/Dialog';
import { Badge, Page, Pending } from '../ui/Page';
import { Tabs } from '../ui/Tabs';
import { Unsaved } from '../ui/Unsaved';
import { ActionAgents } from './ActionAgents';
import { ActionForm } from './ActionForm';
import { Deliveries } from './Deliveries';
import { useActionsText } from './messages';
import { NewAction } from './NewAction';
import { useAction, useDeleteAction } from './queries';
import { SigningSecret } from './SigningSecret';
import { TestRun } from './TestRun';
import { useEdited } from './useEdited';
import { useActionWords } from './words';
import './actions.css';

/** One action; `new` for one that is being made. */
export function ActionPage() {
  const { actionId } = useParams({ from: '/actions/$actionId' });
  const { template = '-' } = useSearch({ from: '/actions/$actionId' });
  return actionId === 'new' ? <NewAction template={template} /> : <Loaded key={actionId} actionId={actionId} />;
}

function Loaded({ actionId }: { actionId: string }) {
  const text = useActionsText();
  const action = useAction(actionId);
  return action.data
    ? <Edited action={action.data} reload={action.refetch} />
    : <Page title={text('title')} back={{ to: '/actions', label: text('title') }}><Pending of={action} /></Page>;
}

const sections = ['settings', 'test', 'deliveries', 'agents'] as const;

function Edited({ action, reload }: { action: Versioned<Schema<'ActionOutput'>>; reload(): Promise<unknown> }) {
  const text = useActionsText();
  const words = useActionWords();
  const mayWrite = useMay('WRITE');
  const mayAdminister = useMay('ADMINISTER');
  const { tab, state, delivery } = useSearch({ from: '/actions/$actionId' });
  const navigate = useNavigate({ from: '/actions/$actionId' });
  const { draft, setDraft, save, isDirty, savedUrl, submit, undo, load } = useEdited(action, reload);
  const remove = useDeleteAction(() => void navigate({ to: '/actions', search: {}, ignoreBlocker: true }));
  const { item: { id = '', name = '', invocationTrigger } } = action;
  const go = (to: Record<string, string | undefined>) =>
    void navigate({ search: before => Object.fromEntries(Object.entries({ ...before, ...to }).filter((entry): entry is [string, string] => entry[1] !== undefined)), replace: true });
  const isToldOfCalls = invocationTrigger !== 'user_query';
  const content = {
    settings: (
      <>
        <Conflict problem={save.error} onLoad={() => void load()} />
        <ActionForm draft={draft} onChange={setDraft} savedUrl={savedUrl} errors={save.error instanceof Refusal ? save.error.fields : {}} isDirty={isDirty} isPending={save.isPending}
          isDisabled={!mayWrite} saveLabel={text('save')} onSave={submit} onUndo={undo} />
      </>
    ),
    test: <TestRun action={action.item} isDirty={isDirty} />,
    deliveries: (
      <>
        <Deliveries actionId={id} state={state} onState={chosen => go({ state: chosen })} shown={delivery} onShow={shown => go({ delivery: shown })} />
        {mayAdminister && <SigningSecret actionId={id} />}
      </>
    ),
    agents: <ActionAgents actionId={id} />,
  };
  const shown = sections.filter(key => (key === 'test' ? mayWrite : key !== 'deliveries' || isToldOfCalls));
  return (
    <Page title={name} back={{ to: '/actions', label: text('title') }} lead={<Badge tone={isToldOfCalls ? 'info' : 'good'}>{words.when(action.item)}</Badge>}
      actions={mayWrite && <ConfirmButton label={text('delete')} question={text('deleteQuestion', { name })} onConfirm={() => remove.mutate(id)} />}>
      <Tabs label={text('sections')} value={shown.find(key => key === tab) ?? 'settings'} onChange={key => go({ tab: key === 'settings' ? undefined : key })}
        tabs={shown.map(key => ({ key, label: text(key), content: content[key] }))} />
      <Unsaved isDirty={isDirty} />
    </Page>
  );
}
