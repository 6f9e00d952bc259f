import { useLanguage } from '../messages/language';

/** How many digits a currency has behind the point. */
export function digitsOf(currency: string): number {
  try {
    return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
  } catch {
    return 2;
  }
}

/** A price in the smallest unit, as it is typed: 1299 USD are 12.99. */
export function typedPrice(smallest: number, currency: string): string {
  const digits = digitsOf(currency);
  return (smallest / 10 ** digits).toFixed(digits);
}

/** What was typed, in the smallest unit; null when it is no price in that currency. */
export function smallestOf(typed: string, currency: string): number | null {
  const [, whole, rest = ''] = /^\s*(\d{1,12})(?:[.,](\d*))?\s*$/.exec(typed) ?? [];
  const digits = digitsOf(currency);
  return whole === undefined || rest.length > digits ? null : Number(whole) * 10 ** digits + Number(rest.padEnd(digits, '0') || '0');
}

/** Writes prices and the names of currencies in the reader's language. */
export function usePrice() {
  const { language } = useLanguage();
  return {
    price: (smallest: number, currency: string) => {
      try {
        return new Intl.NumberFormat(language, { style: 'currency', currency }).format(smallest / 10 ** digitsOf(currency));
      } catch {
        return `${smallest} ${currency}`;
      }
    },
    currencyName: (currency: string) => new Intl.DisplayNames(language, { type: 'currency', fallback: 'code' }).of(currency) ?? currency,
  };
}
