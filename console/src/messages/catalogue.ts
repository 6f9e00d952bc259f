import { useCallback } from 'react';
import { useLanguage, type Language } from './language';

/** What stands for `{name}` in a text. */
export type Values = Record<string, string | number>;

/**
 * The texts of one part of the console, in every language; a text that is missing in one does not compile.
 * `{name}` is replaced by the value of that name, `{count|one call|{count} calls}` by the form of its number.
 *
 * @returns a hook that gives the texts in the reader's language
 */
export function catalogue<Key extends string>(texts: { en: Record<Key, string> } & Record<Exclude<Language, 'en'>, Record<NoInfer<Key>, string>>) {
  return function useText() {
    const { language } = useLanguage();
    return useCallback((key: Key, values: Values = {}) => fill(texts[language][key], values, language), [language]);
  };
}

function fill(text: string, values: Values, language: Language): string {
  const chosen = text.replace(/\{(\w+)\|([^|]*)\|((?:[^{}]|\{\w+\})*)\}/g, (_, name: string, one: string, other: string) =>
    new Intl.PluralRules(language).select(Number(values[name])) === 'one' ? one : other);
  return chosen.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    return typeof value === 'number' ? new Intl.NumberFormat(language).format(value) : (value ?? '');
  });
}
