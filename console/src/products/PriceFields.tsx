import { Choice } from '../ui/Choice';
import { Field } from '../ui/Field';
import { currencies } from './currencies';
import type { ProductDraft } from './draft';
import { useProductsText } from './messages';
import { smallestOf, typedPrice, usePrice } from './price';

const EXAMPLE = 1299;

/** What a product costs, and in which currency. */
export function PriceFields({ draft, onChange, errors, isDisabled }: {
  draft: ProductDraft;
  onChange(draft: ProductDraft): void;
  errors: Record<string, string>;
  isDisabled: boolean;
}) {
  const text = useProductsText();
  const { currencyName } = usePrice();
  const example = typedPrice(EXAMPLE, draft.currency);
  const isWrong = draft.price.trim() !== '' && smallestOf(draft.price, draft.currency) === null;
  const label = (code: string) => (currencyName(code) === code ? code : `${code} · ${currencyName(code)}`);
  return (
    <div className="price-line">
      <Field label={text('price')} hint={!isWrong && text('priceHint', { example })} value={draft.price} onChange={price => onChange({ ...draft, price })}
        error={isWrong ? text('priceWrong', { example }) : errors.defaultPrice} isRequired inputMode="decimal" autoComplete="off" isDisabled={isDisabled} />
      <Choice label={text('currency')} value={draft.currency} onChange={currency => onChange({ ...draft, currency })} options={currencies.map(key => ({ key, label: label(key) }))} isDisabled={isDisabled} />
    </div>
  );
}
