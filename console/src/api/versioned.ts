import { Refusal } from './client';

/** A record and the version of it that was read. */
export interface Versioned<Item> {
  item: Item;
  etag: string | null;
}

/** Like `asked`, of a record that comes with its version. */
export async function askedVersioned<Data>(
  asking: Promise<{ data?: Data; error?: unknown; response: Response }>,
): Promise<Versioned<NonNullable<Data>>> {
  const { data, error, response } = await asking;
  if (!response.ok) {
    throw new Refusal(response.status, error);
  }
  return { item: data as NonNullable<Data>, etag: response.headers.get('ETag') };
}

/** What makes a change fail when somebody else has changed the record since it was read. */
export function ifMatch(etag: string | null | undefined): { 'If-Match'?: string } {
  return etag ? { 'If-Match': etag } : {};
}

/** Whether a change failed because somebody else was faster. */
export function isConflict(problem: unknown): boolean {
  return problem instanceof Refusal && problem.status === 412;
}
