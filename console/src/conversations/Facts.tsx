import { useState, type FormEvent } from 'react';
import { api, asked, Refusal, type Schema } from '../api/client';
import { useChange } from '../api/change';
import { ifMatch, type Versioned } from '../api/versioned';
import { useMay } from '../session/session';
import { Button } from '../ui/Button';
import { Choice, Toggle } from '../ui/Choice';
import { Field } from '../ui/Field';
import { Card } from '../ui/Page';
import { OUTCOMES, SENTIMENTS, useText } from './messages';
import type { Conversation } from './queries';

type Known = Schema<'ConversationAnalyticsModel'>;

const NOTHING: Known = {
  summary: null, action_items: null, is_audio_consent_given: false, email_address_of_caller: null, name_of_caller: null, phone_number_of_caller: null,
  address_of_caller: null, sentiment_of_caller: 'neutral', prospectStatus: null,
};

/** What was found out in a conversation, and the way to correct it. */
export function Facts({ found }: { found: Versioned<Conversation> }) {
  const text = useText();
  const mayWrite = useMay('WRITE');
  const [isEdited, setEdited] = useState(false);
  const facts = found.item.conversationAnalytics ?? NOTHING;
  return (
    <Card title={text('facts')} actions={mayWrite && !isEdited && found.item.timestampEnd && <Button onPress={() => setEdited(true)}>{text('edit')}</Button>}>
      {isEdited ? <Form found={found} facts={facts} onClose={() => setEdited(false)} /> : <Known facts={facts} />}
    </Card>
  );
}

function Known({ facts }: { facts: Known }) {
  const text = useText();
  const rows = [
    [text('name'), facts.name_of_caller], [text('phone'), facts.phone_number_of_caller], [text('email'), facts.email_address_of_caller], [text('address'), facts.address_of_caller],
    [text('outcome'), facts.prospectStatus && text(facts.prospectStatus)], [text('sentiment'), facts.sentiment_of_caller && text(facts.sentiment_of_caller)],
    [text('consent'), facts.is_audio_consent_given ? '✓' : '–'],
  ] as const;
  return (
    <>
      {facts.summary && <p>{facts.summary}</p>}
      {(facts.action_items ?? []).length > 0 && (
        <div><h3>{text('actionItems')}</h3><ul className="items">{facts.action_items?.map((item, index) => <li key={index}>{item}</li>)}</ul></div>
      )}
      <dl className="facts">{rows.filter(([, value]) => value).map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>
    </>
  );
}

function Form({ found: { item: record, etag }, facts, onClose }: { found: Versioned<Conversation>; facts: Known; onClose(): void }) {
  const text = useText();
  const [form, setForm] = useState(facts);
  const set = (some: Partial<Known>) => setForm({ ...form, ...some });
  const save = useChange(() => asked(api.PUT('/v1/conversations/{conversation_id}', {
    params: { path: { conversation_id: record.id ?? '' }, header: ifMatch(etag) },
    body: { ...kept(record), conversationAnalytics: form, transcriptSummary: form.summary },
  })), { touches: [['conversations']], done: text('corrected'), onDone: onClose });
  const errors = save.error instanceof Refusal ? save.error.fields : {};
  const field = (name: 'name_of_caller' | 'phone_number_of_caller' | 'email_address_of_caller' | 'address_of_caller', label: string) => (
    <Field label={label} value={form[name] ?? ''} onChange={value => set({ [name]: value || null })} error={errors[`conversationAnalytics.${name}`]} />
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <form className="stack" onSubmit={submit}>
      <Field label={text('summary')} lines={4} value={form.summary ?? ''} onChange={summary => set({ summary: summary || null })} error={errors['conversationAnalytics.summary']} />
      <Field label={text('actionItems')} hint={text('itemsHint')} lines={3} value={(form.action_items ?? []).join('\n')} onChange={items => set({ action_items: items ? items.split('\n') : null })} />
      {field('name_of_caller', text('name'))}
      {field('phone_number_of_caller', text('phone'))}
      {field('email_address_of_caller', text('email'))}
      {field('address_of_caller', text('address'))}
      <Choice label={text('outcome')} value={form.prospectStatus ?? null} onChange={prospectStatus => set({ prospectStatus })} options={OUTCOMES.map(key => ({ key, label: text(key) }))} />
      <Choice label={text('sentiment')} value={form.sentiment_of_caller} onChange={sentiment_of_caller => set({ sentiment_of_caller })} options={SENTIMENTS.map(key => ({ key, label: text(key) }))} />
      <Toggle label={text('consent')} value={form.is_audio_consent_given} onChange={is_audio_consent_given => set({ is_audio_consent_given })} />
      <div className="row end"><Button onPress={onClose}>{text('cancel')}</Button><Button kind="main" type="submit" isPending={save.isPending}>{text('save2')}</Button></div>
    </form>
  );
}

/** What a conversation is stored with again, apart from what is corrected. */
function kept(record: Conversation): Schema<'ConversationInput'> {
  return {
    source: record.source ?? '',
    sourceType: (record.sourceType ?? 'BROWSER') as Schema<'ConversationSourceType'>,
    agentId: record.aiAgentId ?? '',
    transcriptText: record.transcriptText ?? null,
    transcriptRecordingUrl: record.transcriptRecordingUrl ?? null,
    timestampStart: record.timestampStart ?? '',
    timestampEnd: record.timestampEnd ?? null,
    conversationStats: record.conversationStats ?? null,
    evaluation: record.evaluation ?? null,
    ...(record.app && { app: record.app }),
  };
}
