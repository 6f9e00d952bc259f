import { useState } from 'react';
import { Form } from 'react-aria-components';
import { Refusal, type Schema } from '../api/client';
import type { Versioned } from '../api/versioned';
import { useMay } from '../session/session';
import { Button } from '../ui/Button';
import { Conflict } from '../ui/Conflict';
import { Card } from '../ui/Page';
import { Unsaved } from '../ui/Unsaved';
import { contentOf, draftOf } from './draft';
import { HiveFields } from './HiveFields';
import { HiveFiles } from './HiveFiles';
import { useHiveText } from './pageMessages';
import { useSaveHive } from './queries';

/** What a hive is made of and how it is read, to change. */
export function HiveSettings({ hive: { item: hive, etag }, onReload }: { hive: Versioned<Schema<'Hive'>>; onReload(): Promise<unknown> }) {
  const text = useHiveText();
  const mayWrite = useMay('WRITE');
  const content = hive.content;
  // the version that is changed is the one whose fields were shown first, not one read meanwhile
  const [begun, setBegun] = useState({ content, etag });
  const [draft, setDraft] = useState(() => draftOf(content));
  const save = useSaveHive(hive.id ?? '');
  const isDirty = JSON.stringify(contentOf(draft, begun.content)) !== JSON.stringify(contentOf(draftOf(begun.content), begun.content));
  const begin = (from: Schema<'HiveContentOutput'>, version: string | null) => {
    setBegun({ content: from, etag: version });
    setDraft(draftOf(from));
  };
  const load = async () => {
    await onReload();
    save.reset();
    setDraft(draftOf(begun.content));
  };
  if (!isDirty && etag !== begun.etag) {
    begin(content, etag);
  }
  const hasNoFiles = content.hiveType === 'DOCS' && draft.files.length === 0;
  return (
    <Card title={text('settings')}>
      <Form className="stack" onSubmit={event => { event.preventDefault(); save.mutate({ body: contentOf(draft, begun.content), etag: begun.etag }, { onSuccess: saved => begin(saved.content, null) }); }}>
        <Conflict problem={save.error} onLoad={() => void load()} />
        {content.hiveType === 'DOCS'
          ? <HiveFiles files={draft.files} onChange={files => setDraft(before => ({ ...before, files: files(before.files) }))} />
          : <HiveFields type={content.hiveType} draft={draft} onChange={setDraft} errors={save.error instanceof Refusal ? save.error.fields : {}} isDisabled={!mayWrite} />}
        {hasNoFiles && <p className="wrong">{text('lastFile')}</p>}
        {mayWrite && (
          <div className="row end">
            {isDirty && <Button onPress={() => begin(content, etag)}>{text('undo')}</Button>}
            <Button kind="main" type="submit" isDisabled={!isDirty || hasNoFiles} isPending={save.isPending}>{text('save')}</Button>
          </div>
        )}
      </Form>
      <Unsaved isDirty={isDirty} />
    </Card>
  );
}
