import { useMemo } from 'react';
import { useLanguage } from '../messages/language';
import type { Period } from './range';

/** Writes the buckets of a period: in full, and as short as the axis of a chart needs them. */
export function useDayLabels(period: Period) {
  const { language } = useLanguage();
  return useMemo(() => {
    const write = (options: Intl.DateTimeFormatOptions) => {
      const format = new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' });
      return (day: string) => format.format(new Date(day));
    };
    return period === 'MONTHLY'
      ? { full: write({ month: 'long', year: 'numeric' }), short: write({ month: 'short', year: '2-digit' }) }
      : { full: write({ weekday: 'short', day: 'numeric', month: 'long' }), short: write({ day: 'numeric', month: 'short' }) };
  }, [language, period]);
}
