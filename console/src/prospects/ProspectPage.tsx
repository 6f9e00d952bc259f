import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useMemo } from 'react';
import { api, asked } from '../api/client';
import { useChange } from '../api/change';
import { useDraft } from '../api/draft';
import { ifMatch, type Versioned } from '../api/versioned';
import { useAgentChoices } from '../agents/queries';
import { ConversationTable } from '../conversations/ConversationTable';
import { useConversations } from '../conversations/queries';
import { useMay } from '../session/session';
import { ConfirmButton } from '../ui/Dialog';
import { More } from '../ui/More';
import { Card, Page, Pending } from '../ui/Page';
import { Conflict } from '../ui/Conflict';
import { SaveBar } from '../ui/SaveBar';
import { useText as useSaveText } from '../ui/saveMessages';
import { useText } from './messages';
import { ProspectForm } from './ProspectForm';
import { inputOf, prospect, prospectName, type Prospect } from './queries';

/** One person, and what was said with them. */
export function ProspectPage() {
  const text = useText();
  const { prospectId = '' } = useParams({ strict: false });
  const found = useQuery(prospect(prospectId));
  return found.data ? <Known key={prospectId} found={found.data} again={found.refetch} /> : <Page title={text('title')}><Pending of={found} /></Page>;
}

function Known({ found: { item: record, etag }, again }: { found: Versioned<Prospect>; again(): Promise<unknown> }) {
  const text = useText();
  const saveText = useSaveText();
  const navigate = useNavigate();
  const mayWrite = useMay('WRITE');
  const path = { prospect_id: record.id };
  const original = useMemo(() => inputOf(record), [record]);
  const draft = useDraft(original, etag);
  const save = useChange(() => asked(api.PUT('/v1/prospects/{prospect_id}', { params: { path, header: ifMatch(etag) }, body: draft.form })), { touches: [['prospects']], done: saveText('saved') });
  const remove = useChange(() => asked(api.DELETE('/v1/prospects/{prospect_id}', { params: { path } })), {
    touches: [['prospects'], ['conversations']], done: text('deleted'), leave: () => navigate({ to: '/prospects', search: {} }),
  });
  return (
    <Page title={prospectName(record)} back={{ to: '/prospects', label: text('title') }}
      actions={mayWrite && <ConfirmButton label={text('delete')} question={text('deleteQuestion')} onConfirm={() => remove.mutateAsync()} />}>
      <Timeline prospectId={record.id} />
      <Card title={text('details')}>
        <ProspectForm form={draft.form} onChange={draft.change} error={save.error} isDisabled={!mayWrite} />
      </Card>
      <Conflict problem={save.error} onLoad={() => void again()} />
      <SaveBar isChanged={draft.isChanged} isSaving={save.isPending} onSave={() => save.mutate()} onReset={draft.reset} />
    </Page>
  );
}

function Timeline({ prospectId }: { prospectId: string }) {
  const text = useText();
  const filter = { prospect: prospectId };
  const found = useConversations(filter);
  const agents = useAgentChoices();
  return (
    <Card title={text('conversations')}>
      {!found.items ? <Pending of={found} /> : found.items.length === 0 ? <p className="faint">{text('noConversations')}</p> : <ConversationTable items={found.items} agents={agents.data ?? []} filter={filter} />}
      <More of={found} />
    </Card>
  );
}
