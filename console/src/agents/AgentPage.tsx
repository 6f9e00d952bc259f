import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { api, asked, Refusal } from '../api/client';
import { useChange } from '../api/change';
import { useDraft } from '../api/draft';
import { ifMatch, type Versioned } from '../api/versioned';
import { useMay } from '../session/session';
import { connectTo } from '../talk/call';
import { useText as useTalkText } from '../talk/messages';
import { TalkPanel } from '../talk/TalkPanel';
import { useTalk } from '../talk/useTalk';
import { Button } from '../ui/Button';
import { ConfirmButton } from '../ui/Dialog';
import { Card, Page, Pending } from '../ui/Page';
import { Conflict } from '../ui/Conflict';
import { SaveBar } from '../ui/SaveBar';
import { useText as useSaveText } from '../ui/saveMessages';
import { Tabs } from '../ui/Tabs';
import { Basics } from './Basics';
import { Links } from './Links';
import { useText } from './messages';
import { Mission } from './Mission';
import { MorePart } from './MorePart';
import { agent, createAgent, inputOf, type Agent } from './queries';
import { VoicePart } from './VoicePart';
import './agents.css';

const LANGUAGES: Record<string, string> = { English: 'en-US', Spanish: 'es-ES', Hindi: 'hi-IN' };

/** One agent: everything about it, and Talk beside. */
export function AgentPage() {
  const text = useText();
  const { agentId = '' } = useParams({ strict: false });
  const found = useQuery(agent(agentId));
  return found.data ? <Editor key={agentId} found={found.data} again={found.refetch} /> : <Page title={text('title')}><Pending of={found} /></Page>;
}

function Editor({ found, again }: { found: Versioned<Agent>; again(): Promise<unknown> }) {
  const text = useText();
  const saveText = useSaveText();
  const navigate = useNavigate();
  const mayWrite = useMay('WRITE');
  const { item: record, etag } = found;
  const agentId = record.id ?? '';
  const original = useMemo(() => inputOf(record), [record]);
  const draft = useDraft(original, etag);
  const { part = 'basics' } = useSearch({ strict: false });
  const save = useChange(() => asked(api.PUT('/v1/ai-agents/{agent_id}', { params: { path: { agent_id: agentId }, header: ifMatch(etag) }, body: draft.form })), {
    touches: [['agents']], done: saveText('saved'),
  });
  const duplicate = useChange(() => createAgent({ ...original, name: text('copyOf', { name: original.name }) }), {
    touches: [['agents']], done: text('duplicated'),
    onDone: made => void navigate({ to: '/agents/$agentId', params: { agentId: made.id ?? '' }, search: {} }),
  });
  const remove = useChange(() => asked(api.DELETE('/v1/ai-agents/{agent_id}', { params: { path: { agent_id: agentId } } })), {
    touches: [['agents']], done: text('deleted'), leave: () => navigate({ to: '/agents', search: {} }),
  });
  const errors = save.error instanceof Refusal ? save.error.fields : {};
  const props = { form: draft.form, change: draft.change, errors, isDisabled: !mayWrite };
  const actions = mayWrite && (
    <>
      <Button isPending={duplicate.isPending} onPress={() => duplicate.mutate()}>{text('duplicate')}</Button>
      <ConfirmButton label={text('delete')} question={text('deleteQuestion', { name: record.name ?? '' })} onConfirm={() => remove.mutateAsync()} />
    </>
  );
  return (
    <Page title={record.name ?? ''} lead={record.role} back={{ to: '/agents', label: text('title') }} actions={actions}>
      <div className="agent-page">
        <div className="stack">
          <Tabs label={text('tabs')} value={part} onChange={key => void navigate({ to: '.', search: { part: key }, replace: true })}
            tabs={[
              { key: 'basics', label: text('basics'), content: <Basics {...props} /> },
              { key: 'mission', label: text('mission'), content: <Mission {...props} /> },
              { key: 'voice', label: text('voice'), content: <VoicePart {...props} /> },
              { key: 'links', label: text('links'), content: <Links agentId={agentId} /> },
              { key: 'more', label: text('more'), content: <MorePart {...props} /> },
            ]} />
          <Conflict problem={save.error} onLoad={() => void again()} />
          <SaveBar isChanged={draft.isChanged} isSaving={save.isPending} onSave={() => save.mutate()} onReset={draft.reset} />
        </div>
        <TalkCard agent={record} />
      </div>
    </Page>
  );
}

function TalkCard({ agent: { id = '', name = '', voice } }: { agent: Agent }) {
  const text = useTalkText();
  const mayCall = useMay('CALL');
  const connect = useMemo(() => connectTo(id), [id]);
  const talk = useTalk(connect, LANGUAGES[voice?.languageAccent.language ?? ''] ?? 'en-US');
  return mayCall ? (
    <Card title={text('title')}>
      <p className="faint small">{text('lead')}</p>
      <TalkPanel of={talk} agentName={name} />
    </Card>
  ) : null;
}
