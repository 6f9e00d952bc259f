import { Form } from 'react-aria-components';
import { useAgentNames } from '../api/agentNames';
import { Choice, Toggle } from '../ui/Choice';
import { Field } from '../ui/Field';
import { useFormText } from '../ui/formMessages';
import { JsonField } from '../ui/JsonField';
import { Linked } from '../ui/Linked';
import { Card } from '../ui/Page';
import { FormEnd } from '../ui/FormEnd';
import { inputOf, type ProductDraft } from './draft';
import { useProductsText } from './messages';
import { PriceFields } from './PriceFields';
import { states } from './ProductState';
import './products.css';

interface Fields {
  draft: ProductDraft;
  onChange(draft: ProductDraft): void;
  /** By field, what the server finds wrong. */
  errors: Record<string, string>;
  isDisabled: boolean;
}

/** Everything that can be said about a product. */
export function ProductForm({ isDirty, isPending, saveLabel, onSave, onUndo, ...fields }: Fields & {
  isDirty: boolean;
  isPending: boolean;
  saveLabel: string;
  onSave(): void;
  onUndo?(): void;
}) {
  const text = useProductsText();
  const form = useFormText();
  const { draft, isDisabled } = fields;
  const isFaulty = inputOf(draft) === null;
  return (
    <Form className="stack" onSubmit={event => { event.preventDefault(); onSave(); }}>
      <div className="halves">
        <What {...fields} />
        <Selling {...fields} />
        <More {...fields} />
        <Agents {...fields} />
      </div>
      {!isDisabled && <FormEnd label={saveLabel} isDirty={isDirty} isPending={isPending} fault={isFaulty ? (draft.price.trim() === '' ? text('priceMissing') : form('fix')) : undefined} onUndo={onUndo} />}
    </Form>
  );
}

function What(fields: Fields) {
  const text = useProductsText();
  const { draft, onChange, errors, isDisabled } = fields;
  return (
    <Card title={text('what')}>
      <Field label={text('nameLabel')} value={draft.name} onChange={name => onChange({ ...draft, name })} error={errors.name} isRequired maxLength={256} isDisabled={isDisabled} autoComplete="off" />
      <Field label={text('description')} hint={text('descriptionHint')} value={draft.description} onChange={description => onChange({ ...draft, description })}
        error={errors.description} isRequired maxLength={256} lines={3} isDisabled={isDisabled} />
      <PriceFields {...fields} />
    </Card>
  );
}

function Selling({ draft, onChange, isDisabled }: Fields) {
  const text = useProductsText();
  return (
    <Card title={text('selling')}>
      <Toggle label={text('activeLabel')} hint={text('activeHint')} value={draft.isActive} onChange={isActive => onChange({ ...draft, isActive })} isDisabled={isDisabled} />
      <Choice label={text('status')} value={draft.status} onChange={status => onChange({ ...draft, status })} options={states.map(key => ({ key, label: text(key) }))} isDisabled={isDisabled} />
      <Toggle label={text('shippable')} hint={text('shippableHint')} value={draft.isShippable} onChange={isShippable => onChange({ ...draft, isShippable })} isDisabled={isDisabled} />
      <Toggle label={text('appointment')} hint={text('appointmentHint')} value={draft.needsAppointment} onChange={needsAppointment => onChange({ ...draft, needsAppointment })} isDisabled={isDisabled} />
    </Card>
  );
}

function More({ draft, onChange, errors, isDisabled }: Fields) {
  const text = useProductsText();
  return (
    <Card title={text('more')}>
      <Field label={text('features')} hint={text('lines')} value={draft.features} onChange={features => onChange({ ...draft, features })} error={errors.features} lines={4} isDisabled={isDisabled} />
      <Field label={text('tags')} hint={text('tagsHint')} value={draft.tags} onChange={tags => onChange({ ...draft, tags })} error={errors.tags} lines={3} isDisabled={isDisabled} />
      <JsonField label={text('props')} hint={text('propsHint')} value={draft.props} onChange={props => onChange({ ...draft, props })} error={errors.props} lines={3} isDisabled={isDisabled} />
    </Card>
  );
}

function Agents({ draft, onChange, isDisabled }: Fields) {
  const text = useProductsText();
  const { data: all = [] } = useAgentNames();
  return (
    <Card title={text('who')}>
      <Linked
        addLabel={text('addAgent')}
        removeLabel={name => text('removeAgent', { name })}
        empty={text('noAgents')}
        linked={draft.agentIds.map(id => all.find(agent => agent.id === id) ?? { id, label: id })}
        all={all}
        onAdd={id => onChange({ ...draft, agentIds: [...draft.agentIds, id] })}
        onRemove={id => onChange({ ...draft, agentIds: draft.agentIds.filter(other => other !== id) })}
        isDisabled={isDisabled}
      />
    </Card>
  );
}
