import { createContext, use, useEffect, useState, type ReactNode } from 'react';

export const languages = { en: 'English', es: 'Español', hi: 'हिन्दी' } as const;

/** A language of the console, as BCP 47 writes it. */
export type Language = keyof typeof languages;

const KEPT = 'parley.language';

interface Chosen {
  language: Language;
  choose(language: Language): void;
}

const Context = createContext<Chosen>({ language: 'en', choose: () => {} });

/** The language of everything inside: the one chosen before, or the browser's. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState(preferred);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const choose = (chosen: Language) => {
    localStorage.setItem(KEPT, chosen);
    setLanguage(chosen);
  };
  return <Context value={{ language, choose }}>{children}</Context>;
}

export function useLanguage(): Chosen {
  return use(Context);
}

function preferred(): Language {
  const wanted = [localStorage.getItem(KEPT), ...navigator.languages];
  const known = wanted.map(tag => tag?.split('-')[0]).find(tag => tag && tag in languages);
  return (known ?? 'en') as Language;
}
