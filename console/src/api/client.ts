import createClient, { type Middleware } from 'openapi-fetch';
import type { components, paths } from './schema';

/** A record of the API by the name of its schema. */
export type Schema<Name extends keyof components['schemas']> = components['schemas'][Name];

/** What the server answered instead of what was asked for. */
export class Refusal extends Error {
  /** By the name of the field, what is wrong with it. */
  readonly fields: Record<string, string>;

  constructor(readonly status: number, body: unknown) {
    super(sentence(status, body));
    this.fields = fields(body);
  }
}

/** Without this header the server takes no cookie for a change: pages of other origins cannot send it. */
const ownPage: Middleware = {
  onRequest({ request }) {
    request.headers.set('X-Parley-Console', '1');
    return request;
  },
};

export const api = createClient<paths>();
api.use(ownPage);

/** The data of an answer; anything but success is thrown as a `Refusal`. */
export async function asked<Data>(
  asking: Promise<{ data?: Data; error?: unknown; response: Response }>,
): Promise<NonNullable<Data>> {
  const { data, error, response } = await asking;
  if (!response.ok) {
    throw new Refusal(response.status, error);
  }
  return data as NonNullable<Data>;
}

/** A page of a list, with what asks for the next one and how many there are if that was asked for. */
export interface Page<Item> {
  items: Item[];
  next: string | null;
  total: number | null;
}

/** Like `asked`, of a list that comes page by page. */
export async function askedPage<Item>(
  asking: Promise<{ data?: Item[]; error?: unknown; response: Response }>,
): Promise<Page<Item>> {
  const { data, error, response } = await asking;
  if (!response.ok) {
    throw new Refusal(response.status, error);
  }
  const total = response.headers.get('X-Total-Count');
  return { items: data ?? [], next: response.headers.get('X-Next-Cursor'), total: total === null ? null : Number(total) };
}

interface Violation {
  loc?: (string | number)[];
  msg?: string;
}

function violations(body: unknown): Violation[] {
  const detail = (body as { detail?: unknown } | undefined)?.detail;
  return Array.isArray(detail) ? (detail as Violation[]) : [];
}

function fields(body: unknown): Record<string, string> {
  return Object.fromEntries(
    violations(body).map(({ loc = [], msg = '' }) => [loc.slice(1).join('.'), msg]),
  );
}

function sentence(status: number, body: unknown): string {
  const [first] = violations(body);
  if (first) {
    return `${(first.loc ?? []).slice(1).join('.')}: ${first.msg ?? ''}`;
  }
  const told = body as { detail?: unknown; message?: unknown } | undefined;
  const text = told?.detail ?? told?.message;
  return typeof text === 'string' ? text : `The server answered with status ${status}.`;
}
