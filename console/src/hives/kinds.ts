import type { Schema } from '../api/client';
import type { IconName } from '../ui/Icon';

type HiveType = Schema<'HiveType'>;

/** The kinds of hives, those that are made most first. */
export const hiveTypes = ['DOCS', 'WEBSITE', 'GOOGLE_DOCS', 'TRANSCRIPTS'] as const satisfies HiveType[];

export const kindIcons: Record<HiveType, IconName> = { DOCS: 'file', WEBSITE: 'link', GOOGLE_DOCS: 'book', TRANSCRIPTS: 'chat' };

export const kindHints = { DOCS: 'documentsHint', WEBSITE: 'websiteHint', GOOGLE_DOCS: 'googleHint', TRANSCRIPTS: 'conversationsHint' } as const;
