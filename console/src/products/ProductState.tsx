import type { Schema } from '../api/client';
import { Badge } from '../ui/Page';
import { useProductsText } from './messages';

export const states = ['active', 'inactive', 'pending', 'archived'] as const satisfies Schema<'Status'>[];

/** Whether agents offer a product, in a word. */
export function ProductState({ product: { active, status } }: { product: Schema<'ProductOutput'> }) {
  const text = useProductsText();
  const state = states.find(known => known === status);
  if (active && state === 'active') {
    return <Badge tone="good">{text('onSale')}</Badge>;
  }
  return <Badge tone={state === 'active' ? 'warn' : 'plain'}>{state === 'active' ? text('offSale') : state ? text(state) : status}</Badge>;
}
