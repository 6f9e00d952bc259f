import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Refusal } from '../api/client';
import { Page, Pending } from '../ui/Page';
import { Unsaved } from '../ui/Unsaved';
import { ActionForm } from './ActionForm';
import { draftOf, emptyDraft, inputOf, withNumbers, type ActionDraft } from './draft';
import { useActionFormText } from './formMessages';
import { useActionsText } from './messages';
import { useActionTemplates, useCreateAction } from './queries';

/** Makes an action, from a template or from nothing. */
export function NewAction({ template }: { template: string }) {
  const text = useActionsText();
  const form = useActionFormText();
  const isTemplate = template !== '-' && template !== 'telephone';
  const templates = useActionTemplates(isTemplate);
  const begun = (): ActionDraft => {
    const chosen = templates.data?.find(({ name }) => name === template);
    return chosen ? draftOf(chosen) : template === 'telephone' ? withNumbers({ ...emptyDraft(), kind: 'telephone' }, form('newNumber')) : emptyDraft();
  };
  return (
    <Page title={text('new')} back={{ to: '/actions', label: text('title') }}>
      {isTemplate && !templates.data ? <Pending of={templates} /> : <Begun key={template} draft={begun()} />}
    </Page>
  );
}

function Begun({ draft: begun }: { draft: ActionDraft }) {
  const text = useActionsText();
  const navigate = useNavigate();
  const [draft, setDraft] = useState(begun);
  const [isTouched, setTouched] = useState(false);
  const create = useCreateAction(({ id = '' }) => void navigate({ to: '/actions/$actionId', params: { actionId: id }, search: {}, ignoreBlocker: true, replace: true }));
  const save = () => {
    const input = inputOf(draft);
    if (input) {
      create.mutate(input);
    }
  };
  return (
    <>
      <ActionForm
        draft={draft}
        onChange={changed => { setDraft(changed); setTouched(true); }}
        savedUrl={null}
        errors={create.error instanceof Refusal ? create.error.fields : {}}
        isDirty
        isPending={create.isPending}
        isDisabled={false}
        saveLabel={text('create')}
        onSave={save}
      />
      <Unsaved isDirty={isTouched} />
    </>
  );
}
