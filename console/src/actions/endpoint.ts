import type { Schema } from '../api/client';
import { isObject, type JsonObject } from '../ui/json';

/** Stands for a header value that is kept and never shown; sent back, it means that very value. */
export const MASK = '••••••••';

export const phoneFunctions = ['transfer', 'press_keys', 'hang_up'] as const;
export type PhoneFunction = (typeof phoneFunctions)[number];

/** How an action is carried out. `telephone` is what an agent may do with the call itself. */
export type Endpoint =
  | { kind: 'http'; url: string; method: 'GET' | 'POST'; headers: Record<string, string>; payload: JsonObject | null }
  | { kind: 'telephone'; function: PhoneFunction }
  | { kind: 'internal'; module: string; function: string }
  | { kind: 'workflow'; workflowId: string };

/** The endpoint of a record, told apart by its fields. */
export function endpointOf(endpoint: Schema<'ActionOutput'>['endpoint'] | Schema<'ActionInput'>['endpoint']): Endpoint | null {
  const { url, method, headers, payload, module, function: name, workflowId } = (endpoint ?? {}) as JsonObject;
  if (typeof url === 'string') {
    const texts = Object.entries(isObject(headers) ? headers : {}).map(([header, value]) => [header, String(value)]);
    return { kind: 'http', url, method: method === 'GET' ? 'GET' : 'POST', headers: Object.fromEntries(texts) as Record<string, string>, payload: isObject(payload) ? payload : null };
  }
  if (typeof module === 'string' && typeof name === 'string') {
    const known = module === 'telephone' ? phoneFunctions.find(one => one === name) : undefined;
    return known ? { kind: 'telephone', function: known } : { kind: 'internal', module, function: name };
  }
  return typeof workflowId === 'string' ? { kind: 'workflow', workflowId } : null;
}

/** Whether two addresses lead to the same host, so that kept headers may go there. */
export function hasSameOrigin(one: string, other: string): boolean {
  return URL.canParse(one) && URL.canParse(other) && new URL(one).origin === new URL(other).origin;
}
