import { useLanguage } from '../messages/language';

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** Writes how much a file weighs in the reader's language. */
export function useSize() {
  const { language } = useLanguage();
  return (bytes: number) => {
    const power = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
    return new Intl.NumberFormat(language, { style: 'unit', unit: units[power]!, unitDisplay: power === 0 ? 'long' : 'short', maximumFractionDigits: 1 }).format(bytes / 1_000 ** power);
  };
}
