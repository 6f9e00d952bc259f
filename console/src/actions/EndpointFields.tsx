import { Choice } from '../ui/Choice';
import { Field } from '../ui/Field';
import { JsonField } from '../ui/JsonField';
import { Card } from '../ui/Page';
import { withNumbers, type ActionDraft } from './draft';
import { phoneFunctions, type PhoneFunction } from './endpoint';
import { useActionFormText } from './formMessages';
import { HeadersEditor } from './HeadersEditor';
import { useActionsText } from './messages';

interface Fields {
  draft: ActionDraft;
  onChange(draft: ActionDraft): void;
  errors: Record<string, string>;
  isDisabled: boolean;
}

const kinds = ['http', 'telephone', 'internal', 'workflow'] as const;
const hints = { transfer: 'transferHint', press_keys: 'pressHint', hang_up: 'hangUpHint' } as const;

/** Where an action goes. */
export function EndpointFields({ hasMoved, ...fields }: Fields & { hasMoved: boolean }) {
  const text = useActionFormText();
  const { draft, onChange, isDisabled } = fields;
  const turn = (kind: ActionDraft['kind']) => {
    const turned = { ...draft, kind };
    onChange(kind === 'telephone' && draft.phoneFunction === 'transfer' ? withNumbers(turned, text('newNumber')) : turned);
  };
  return (
    <Card title={text('where')}>
      <Choice label={text('kind')} value={draft.kind} onChange={turn} isDisabled={isDisabled} options={kinds.map(key => ({ key, label: text(key === 'workflow' ? 'workflowKind' : key) }))} />
      {draft.kind === 'http' && <Http {...fields} />}
      {draft.kind === 'telephone' && <Telephone {...fields} />}
      {draft.kind === 'internal' && (
        <div className="pair">
          <Field label={text('module')} value={draft.module} onChange={module => onChange({ ...draft, module })} isDisabled={isDisabled} isRequired />
          <Field label={text('functionName')} value={draft.function} onChange={name => onChange({ ...draft, function: name })} isDisabled={isDisabled} isRequired />
        </div>
      )}
      {draft.kind === 'workflow' && <Field label={text('workflowId')} value={draft.workflowId} onChange={workflowId => onChange({ ...draft, workflowId })} isDisabled={isDisabled} isRequired />}
      {(draft.kind === 'internal' || draft.kind === 'workflow') && <p className="notice">{text('notRun')}</p>}
      {hasMoved && <p className="notice" role="alert">{text('moved')}</p>}
    </Card>
  );
}

function Http({ draft, onChange, errors, isDisabled }: Fields) {
  const text = useActionFormText();
  return (
    <>
      <div className="address-line">
        <Choice label={text('method')} value={draft.method} onChange={method => onChange({ ...draft, method })} isDisabled={isDisabled} options={(['POST', 'GET'] as const).map(key => ({ key, label: key }))} />
        <Field label={text('url')} value={draft.url} onChange={url => onChange({ ...draft, url })}
          error={errors['endpoint.url']} isDisabled={isDisabled} isRequired inputMode="url" placeholder="https://" autoComplete="off" />
      </div>
      <HeadersEditor headers={draft.headers} onChange={headers => onChange({ ...draft, headers })} errors={errors} isDisabled={isDisabled} />
      <JsonField label={text('payload')} hint={text('payloadHint')} value={draft.payload} onChange={payload => onChange({ ...draft, payload })}
        error={errors['endpoint.payload']} lines={3} isDisabled={isDisabled} />
    </>
  );
}

function Telephone({ draft, onChange, isDisabled }: Fields) {
  const text = useActionFormText();
  const list = useActionsText();
  const turn = (phoneFunction: PhoneFunction) => {
    const turned = { ...draft, phoneFunction };
    onChange(phoneFunction === 'transfer' ? withNumbers(turned, text('newNumber')) : turned);
  };
  const hasNumbers = draft.phoneFunction !== 'transfer' || 'json' in draft.parameters
    || draft.parameters.rows.some(({ name, allowed, rest }) => name === 'to' && (allowed.trim() !== '' || rest.const !== undefined));
  return (
    <>
      <Choice label={text('function')} hint={text(hints[draft.phoneFunction])} value={draft.phoneFunction} onChange={turn} isDisabled={isDisabled}
        options={phoneFunctions.map(key => ({ key, label: list(key) }))} />
      {!hasNumbers && <p className="notice">{text('toMissing')}</p>}
    </>
  );
}
