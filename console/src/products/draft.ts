import type { Schema } from '../api/client';
import { isObject, parsed, pretty } from '../ui/json';
import { smallestOf, typedPrice } from './price';

/** A product, while it is edited. */
export interface ProductDraft {
  name: string;
  description: string;
  price: string;
  currency: Schema<'Currency'>;
  isActive: boolean;
  status: Schema<'Status'>;
  isShippable: boolean;
  needsAppointment: boolean;
  /** One a line; likewise `tags`. */
  features: string;
  tags: string;
  /** A JSON object, or nothing. */
  props: string;
  /** The agents that may talk about it. */
  agentIds: string[];
}

export const emptyDraft: ProductDraft = {
  name: '', description: '', price: '', currency: 'USD', isActive: true, status: 'active', isShippable: false, needsAppointment: false, features: '', tags: '', props: '', agentIds: [],
};

export function draftOf(product: Schema<'ProductOutput'>, agentIds: string[]): ProductDraft {
  const currency = product.currency ?? 'USD';
  return {
    name: product.name ?? '',
    description: product.description ?? '',
    price: typeof product.defaultPrice === 'number' ? typedPrice(product.defaultPrice, currency) : '',
    currency: currency as Schema<'Currency'>,
    isActive: product.active ?? false,
    status: product.status as Schema<'Status'>,
    isShippable: product.shippable ?? false,
    needsAppointment: product.scheduleAppointment ?? false,
    features: (product.features ?? []).join('\n'),
    tags: (product.tags ?? []).join('\n'),
    props: product.props ? pretty(product.props) : '',
    agentIds,
  };
}

/** The body a draft stands for; null while its price or its properties are wrong. */
export function inputOf(draft: ProductDraft): Schema<'ProductInput'> | null {
  const defaultPrice = smallestOf(draft.price, draft.currency);
  const props = draft.props.trim() ? parsed(draft.props) : { value: null };
  if (defaultPrice === null || 'problem' in props || !(props.value === null || isObject(props.value))) {
    return null;
  }
  return {
    name: draft.name.trim(),
    description: draft.description.trim(),
    defaultPrice,
    currency: draft.currency,
    active: draft.isActive,
    status: draft.status,
    shippable: draft.isShippable,
    scheduleAppointment: draft.needsAppointment,
    features: lines(draft.features),
    tags: lines(draft.tags),
    props: props.value,
    agentIds: draft.agentIds,
  };
}

function lines(text: string): string[] {
  return [...new Set(text.split('\n').map(line => line.trim()).filter(line => line !== ''))];
}
