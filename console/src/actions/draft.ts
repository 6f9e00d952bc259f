import type { Schema } from '../api/client';
import { isObject, parsed, pretty } from '../ui/json';
import { endpointOf, hasSameOrigin, MASK, type PhoneFunction } from './endpoint';
import { faultOf, newParameter, parametersOf, schemaOf, type Parameters } from './parameters';

/** A header, while it is edited. */
export interface Header {
  key: number;
  name: string;
  /** `MASK` for one that is kept as it is. */
  value: string;
}

/** An action, while it is edited. What belongs to another kind of endpoint is kept until it is saved. */
export interface ActionDraft {
  name: string;
  description: string;
  trigger: Schema<'ActionInvocationTrigger'>;
  waiting: string;
  success: string;
  error: string;
  kind: 'http' | 'telephone' | 'internal' | 'workflow';
  url: string;
  method: 'GET' | 'POST';
  headers: Header[];
  payload: string;
  phoneFunction: PhoneFunction;
  module: string;
  function: string;
  workflowId: string;
  parameters: Parameters;
}

let lastKey = 0;

export function newHeader(name = '', value = ''): Header {
  return { key: ++lastKey, name, value };
}

export function emptyDraft(): ActionDraft {
  return {
    name: '', description: '', trigger: 'user_query', waiting: '', success: '', error: '', kind: 'http', url: '', method: 'POST', headers: [], payload: '',
    phoneFunction: 'transfer', module: '', function: '', workflowId: '', parameters: { rows: [], rest: {} },
  };
}

export function draftOf(action: Schema<'ActionOutput'> | Schema<'ActionInput'>): ActionDraft {
  const draft: ActionDraft = {
    ...emptyDraft(),
    name: action.name ?? '',
    description: action.description ?? '',
    trigger: (action.invocationTrigger ?? 'user_query') as Schema<'ActionInvocationTrigger'>,
    waiting: action.userWaitingText ?? '',
    success: action.userSuccessText ?? '',
    error: action.userErrorText ?? '',
    parameters: parametersOf(action.parameters ?? {}),
  };
  const endpoint = endpointOf(action.endpoint);
  switch (endpoint?.kind) {
    case 'http': return {
      ...draft, kind: 'http', url: endpoint.url, method: endpoint.method, payload: endpoint.payload ? pretty(endpoint.payload) : '',
      headers: Object.entries(endpoint.headers).map(([name, value]) => newHeader(name, value)),
    };
    case 'telephone': return { ...draft, kind: 'telephone', phoneFunction: endpoint.function };
    case 'internal': return { ...draft, kind: 'internal', module: endpoint.module, function: endpoint.function };
    case 'workflow': return { ...draft, kind: 'workflow', workflowId: endpoint.workflowId };
    default: return draft;
  }
}

/** The draft with what connecting a caller cannot do without: the numbers to connect with. */
export function withNumbers(draft: ActionDraft, description: string): ActionDraft {
  const { parameters } = draft;
  return 'rows' in parameters && !parameters.rows.some(({ name }) => name === 'to')
    ? { ...draft, parameters: { ...parameters, rows: [...parameters.rows, newParameter({ name: 'to', description })] } }
    : draft;
}

/** Whether kept headers would be sent to another host, which the server refuses. */
export function hasMoved(draft: ActionDraft, savedUrl: string | null): boolean {
  return draft.kind === 'http' && draft.headers.some(({ value }) => value === MASK) && savedUrl !== null && !hasSameOrigin(draft.url.trim(), savedUrl);
}

/** The body a draft stands for; null while something of it is wrong. */
export function inputOf(draft: ActionDraft): Schema<'ActionInput'> | null {
  const parameters = schemaOf(draft.parameters);
  const endpoint = endpointInput(draft);
  const hasFault = 'rows' in draft.parameters && draft.parameters.rows.some((row, _, rows) => faultOf(row, rows) !== undefined);
  return parameters === undefined || endpoint === null || hasFault ? null : {
    name: draft.name.trim(),
    description: draft.description.trim() || null,
    parameters,
    endpoint,
    invocationTrigger: draft.trigger,
    userWaitingText: draft.waiting.trim() || null,
    userSuccessText: draft.success.trim() || null,
    userErrorText: draft.error.trim() || null,
  };
}

function endpointInput(draft: ActionDraft): Schema<'ActionInput'>['endpoint'] | null {
  switch (draft.kind) {
    case 'telephone': return { module: 'telephone', function: draft.phoneFunction };
    case 'internal': return { module: draft.module.trim(), function: draft.function.trim() };
    case 'workflow': return { workflowId: draft.workflowId.trim() };
    case 'http': {
      const headers = draft.headers.filter(({ name, value }) => name.trim() !== '' || value !== '').map(({ name, value }) => [name.trim(), value.trim()]);
      const payload = draft.payload.trim() ? parsed(draft.payload) : { value: null };
      return 'problem' in payload || (payload.value !== null && !isObject(payload.value)) ? null
        : { url: draft.url.trim(), method: draft.method, headers: headers.length > 0 ? Object.fromEntries(headers) as Record<string, unknown> : null, payload: payload.value };
    }
  }
}
