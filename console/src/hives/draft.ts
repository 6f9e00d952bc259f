import type { Schema } from '../api/client';

/** What a hive is made of and how it is read, while it is typed. */
export interface HiveDraft {
  url: string;
  /** How many links away pages are read. */
  depth: string;
  /** After how many hours it is read again; empty for never. */
  refreshHours: string;
  /** Whose conversations are read; empty for everybody's. */
  agentId: string;
  files: Schema<'Files'>[];
}

export const emptyDraft: HiveDraft = { url: '', depth: '2', refreshHours: '', agentId: '', files: [] };

export function draftOf({ url, files, hiveProps }: Schema<'HiveContentOutput'>): HiveDraft {
  const props = hiveProps ?? {};
  return {
    url: url ?? '',
    depth: props.crawl_child_pages === true ? String(props.depth ?? 2) : '0',
    refreshHours: typeof props.refresh_hours === 'number' ? String(props.refresh_hours) : '',
    agentId: typeof props.agent_id === 'string' ? props.agent_id : '',
    files: files ?? [],
  };
}

/** The options a draft stands for; what else was set stays. */
export function propsOf(type: Schema<'HiveType'>, draft: HiveDraft, before: Schema<'HiveContentOutput'>['hiveProps'] = null) {
  const props: Record<string, unknown> = { ...before };
  if (type === 'WEBSITE') {
    props.crawl_child_pages = draft.depth !== '0';
    props.depth = draft.depth;
  }
  if (type !== 'DOCS') {
    props.refresh_hours = draft.refreshHours === '' ? undefined : Number(draft.refreshHours);
  }
  if (type === 'TRANSCRIPTS') {
    props.agent_id = draft.agentId || undefined;
  }
  const given = Object.entries(props).filter(([, value]) => value !== undefined);
  return given.length > 0 ? Object.fromEntries(given) : null;
}

/** The body that makes a hive. */
export function inputOf(type: Schema<'HiveType'>, draft: HiveDraft): Schema<'HiveContentInput'> {
  return {
    hiveType: type,
    ...(type === 'DOCS' && { file_ids: draft.files.flatMap(({ id }) => id ?? []) }),
    ...((type === 'WEBSITE' || type === 'GOOGLE_DOCS') && { url: address(draft.url) }),
    hiveProps: propsOf(type, draft),
  };
}

/** The body that replaces a hive. */
export function contentOf(draft: HiveDraft, before: Schema<'HiveContentOutput'>): Schema<'HiveContentOutput'> {
  return { ...before, url: draft.url.trim() ? address(draft.url) : null, files: before.files || draft.files.length > 0 ? draft.files : null, hiveProps: propsOf(before.hiveType, draft, before.hiveProps) };
}

/** Nobody types https:// any more. */
function address(typed: string): string {
  const url = typed.trim();
  return /^[a-z][a-z0-9+.-]*:/i.test(url) || url === '' ? url : `https://${url}`;
}
