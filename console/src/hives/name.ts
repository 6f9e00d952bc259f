import type { Schema } from '../api/client';
import { useHivesText } from './messages';

/** What people call a hive: it has no name of its own, so it is called after what it is made of. */
export function useHiveName() {
  const text = useHivesText();
  return ({ content: { hiveType, url, files } }: Schema<'Hive'>): string => {
    if (url) {
      return url.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '');
    }
    const [first, ...others] = files ?? [];
    if (first?.fileName) {
      return others.length > 0 ? text('more', { name: first.fileName, count: others.length }) : first.fileName;
    }
    return hiveType === 'DOCS' ? text('gone') : text(hiveType);
  };
}
