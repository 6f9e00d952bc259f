import { useMemo } from 'react';
import { useLanguage } from './language';

/** Times of the API are UTC and say so nowhere. */
export function instant(text: string): Date {
  return new Date(/(Z|[+-]\d{2}:?\d{2})$/.test(text) ? text : `${text.replace(' ', 'T')}Z`);
}

/** Writes numbers and times in the reader's language and time zone. */
export function useFormat() {
  const { language } = useLanguage();
  return useMemo(() => {
    const day = new Intl.DateTimeFormat(language, { dateStyle: 'medium' });
    const moment = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
    const ago = new Intl.RelativeTimeFormat(language, { numeric: 'auto', style: 'short' });
    return {
      number: (value: number) => new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(value),
      percent: (value: number) => new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 }).format(value),
      day: (time: string) => day.format(instant(time)),
      moment: (time: string) => moment.format(instant(time)),
      ago: (time: string) => since(ago, (instant(time).getTime() - Date.now()) / 1_000),
      duration,
    };
  }, [language]);
}

/** Seconds as minutes and seconds: 2:07. */
export function duration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  const hours = Math.floor(whole / 3_600);
  const minutes = Math.floor(whole / 60) % 60;
  const rest = String(whole % 60).padStart(2, '0');
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${rest}` : `${minutes}:${rest}`;
}

function since(format: Intl.RelativeTimeFormat, seconds: number): string {
  const units: [Intl.RelativeTimeFormatUnit, number][] = [['day', 86_400], ['hour', 3_600], ['minute', 60]];
  const [unit, size] = units.find(([, length]) => Math.abs(seconds) >= length) ?? ['second', 1];
  return format.format(Math.round(seconds / size), unit);
}
