import { Form } from 'react-aria-components';
import { Choice } from '../ui/Choice';
import { Field } from '../ui/Field';
import { useFormText } from '../ui/formMessages';
import { Card } from '../ui/Page';
import { FormEnd } from '../ui/FormEnd';
import { hasMoved, inputOf, type ActionDraft } from './draft';
import { EndpointFields } from './EndpointFields';
import { useActionFormText } from './formMessages';
import { useActionsText } from './messages';
import { ParametersEditor } from './ParametersEditor';
import { triggers } from './words';
import './actions.css';

/** Everything that can be said about an action. */
export function ActionForm({ draft, onChange, savedUrl, errors, isDirty, isPending, isDisabled, saveLabel, onSave, onUndo }: {
  draft: ActionDraft;
  onChange(draft: ActionDraft): void;
  /** Where the kept headers may go. */
  savedUrl: string | null;
  /** By field, what the server finds wrong. */
  errors: Record<string, string>;
  isDirty: boolean;
  isPending: boolean;
  isDisabled: boolean;
  saveLabel: string;
  onSave(): void;
  onUndo?(): void;
}) {
  const text = useActionFormText();
  const list = useActionsText();
  const form = useFormText();
  const said = { waiting: 'userWaitingText', success: 'userSuccessText', error: 'userErrorText' } as const;
  return (
    <Form className="stack" onSubmit={event => { event.preventDefault(); onSave(); }}>
      <Card title={text('what')}>
        <Field label={text('name')} hint={text('nameHint')} value={draft.name} onChange={name => onChange({ ...draft, name })}
          error={errors.name} isRequired maxLength={512} isDisabled={isDisabled} autoComplete="off" />
        <Field label={text('description')} hint={text('descriptionHint')} value={draft.description} onChange={description => onChange({ ...draft, description })}
          error={errors.description} maxLength={512} lines={3} isDisabled={isDisabled} />
        <Choice label={text('trigger')} hint={draft.trigger !== 'user_query' && text('triggerHint')} value={draft.trigger} onChange={trigger => onChange({ ...draft, trigger })} isDisabled={isDisabled}
          options={triggers.map(key => ({ key, label: list(key) }))} />
      </Card>
      <EndpointFields draft={draft} onChange={onChange} errors={errors} isDisabled={isDisabled} hasMoved={hasMoved(draft, savedUrl)} />
      {draft.trigger === 'user_query' && (
        <>
          <ParametersEditor parameters={draft.parameters} onChange={parameters => onChange({ ...draft, parameters })} error={errors.parameters} isDisabled={isDisabled} />
          <Card title={text('said')}>
            <p className="faint">{text('saidHint')}</p>
            {(['waiting', 'success', 'error'] as const).map(key => (
              <Field key={key} label={text(key)} value={draft[key]} onChange={words => onChange({ ...draft, [key]: words })} error={errors[said[key]]} maxLength={2_048} isDisabled={isDisabled} />
            ))}
          </Card>
        </>
      )}
      {!isDisabled && <FormEnd label={saveLabel} isDirty={isDirty} isPending={isPending} fault={inputOf(draft) === null ? form('fix') : undefined} onUndo={onUndo} />}
    </Form>
  );
}
