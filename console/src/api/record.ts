import { Refusal } from './client';

/** A record with its version, which a change names so that it overwrites nobody else's. */
export interface Versioned<Record> {
  record: Record;
  etag: string | null;
}

/** Like `asked`, of one record; with its version. */
export async function askedRecord<Record>(
  asking: Promise<{ data?: Record; error?: unknown; response: Response }>,
): Promise<Versioned<NonNullable<Record>>> {
  const { data, error, response } = await asking;
  if (!response.ok) {
    throw new Refusal(response.status, error);
  }
  return { record: data as NonNullable<Record>, etag: response.headers.get('ETag') };
}

/** The header of a change to that version; none where there is no version. */
export function ifMatch(etag: string | null): { 'If-Match'?: string } {
  return etag ? { 'If-Match': etag } : {};
}
