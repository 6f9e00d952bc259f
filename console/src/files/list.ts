import type { Schema } from '../api/client';

/** A file that can be shown, and the hives made of it. */
export interface ListedFile {
  file: Schema<'Files'>;
  hives: Schema<'Hive'>[];
}

/** The files of this session and those of hives, newest first, each once. */
export function listed(session: Schema<'Files'>[], hives: Schema<'Hive'>[]): ListedFile[] {
  const files = new Map<string, ListedFile>(session.map(file => [file.id ?? '', { file, hives: [] }]));
  for (const hive of hives) {
    for (const file of hive.content.files ?? []) {
      const known = files.get(file.id ?? '');
      // that of the hive is newer, and so is its link
      files.set(file.id ?? '', { file, hives: [...(known?.hives ?? []), hive] });
    }
  }
  return [...files.values()].sort((one, other) => (other.file.createdAt ?? '').localeCompare(one.file.createdAt ?? ''));
}

/** Until when the link of a file can be used. */
export function expiry(link: string): string | null {
  const seconds = URL.canParse(link) ? Number(new URL(link).searchParams.get('expires')) : 0;
  return seconds > 0 ? new Date(seconds * 1_000).toISOString() : null;
}
