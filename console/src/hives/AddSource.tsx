import { useState } from 'react';
import { Form } from 'react-aria-components';
import { Refusal, type Schema } from '../api/client';
import { Button } from '../ui/Button';
import { emptyDraft, inputOf } from './draft';
import { HiveFields } from './HiveFields';
import { useHivesText } from './messages';
import type { useCreateHive } from './queries';

/** Makes a hive of something that is read where it is. */
export function AddSource({ type, create }: { type: Schema<'HiveType'>; create: ReturnType<typeof useCreateHive> }) {
  const text = useHivesText();
  const [draft, setDraft] = useState(emptyDraft);
  const errors = create.error instanceof Refusal ? create.error.fields : {};
  return (
    <Form className="stack" onSubmit={event => { event.preventDefault(); create.mutate(inputOf(type, draft)); }}>
      <HiveFields type={type} draft={draft} onChange={setDraft} errors={errors} />
      <div className="row end"><Button kind="main" type="submit" isPending={create.isPending}>{text('create')}</Button></div>
    </Form>
  );
}
