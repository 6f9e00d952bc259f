import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import * as client from '../client/index.js';
import { Contract } from './contract.js';

/** The server under test; whoever starts this program names it. */
const url = setting('PARLEY_URL');

export const contract = new Contract(setting('PARLEY_CONTRACT'));

/** Names of the operations that were called so far. */
export const called = new Set<string>();

/** The generated client, acting with `key`; every answer is checked against the contract. */
export function clientWith(key?: string) {
    const configuration = new client.Configuration({
        basePath: url,
        ...(key === undefined ? {} : { accessToken: key }),
        middleware: [{ post: watch }],
    });
    return {
        actionLinks: new client.ActionAgentLinkApi(configuration),
        actions: new client.ActionsApi(configuration),
        agents: new client.AgentsApi(configuration),
        analytics: new client.AnalyticsApi(configuration),
        connections: new client.DataPlaneApi(configuration),
        conversations: new client.ConversationsApi(configuration),
        files: new client.FilesApi(configuration),
        health: new client.HealthApi(configuration),
        hiveLinks: new client.HiveAgentLinkApi(configuration),
        hives: new client.HiveApi(configuration),
        house: new client.InternalApi(configuration),
        keys: new client.ApiKeyApi(configuration),
        phones: new client.TelephonyApi(configuration),
        products: new client.ProductsApi(configuration),
        prospectLinks: new client.ConversationProspectLinkApi(configuration),
        prospects: new client.ProspectsApi(configuration),
        templates: new client.UIApi(configuration),
        voices: new client.VoiceModelsApi(configuration),
    };
}

/** The first user of the server's first organization. */
export const owner = clientWith(setting('PARLEY_KEY'));

/** Whoever runs the server. */
export const operator = clientWith(setting('PARLEY_OPERATOR_KEY'));

export const nobody = clientWith();

/** Asks the server for something the client has no method for. */
export function ask(method: string, path: string): Promise<Response> {
    const headers = { Authorization: `Bearer ${setting('PARLEY_KEY')}` };
    return fetch(url + path, { method, headers });
}

/** The answer as it was on the wire, before the client made its types of it. */
export async function wire(answer: Promise<client.ApiResponse<unknown>>): Promise<any> {
    return (await answer).raw.json();
}

/** Fails unless the request is answered with `status`; gives what it says. */
export async function refused(status: number, request: Promise<unknown>): Promise<any> {
    try {
        await request;
    } catch (error) {
        if (!(error instanceof client.ResponseError)) {
            throw error;
        }
        const body = await error.response.json();
        assert.equal(error.response.status, status, JSON.stringify(body));
        return body;
    }
    return assert.fail(`was not refused with ${status}`);
}

/** Asks until it is refused with `status`; fails when that takes longer than `seconds`. */
export async function refusedWithin(
    seconds: number,
    status: number,
    request: () => Promise<unknown>,
): Promise<void> {
    const deadline = Date.now() + 1000 * seconds;
    for (;;) {
        try {
            await refused(status, request());
            return;
        } catch (error) {
            if (Date.now() > deadline) {
                throw error;
            }
            await pause(100);
        }
    }
}

/** The value, which must be there. */
export function given<T>(value: T | null | undefined): T {
    assert.ok(value !== null && value !== undefined, 'is not there');
    return value;
}

/** What setting `name` of the environment holds. */
export function setting(name: string): string {
    return process.env[name] ?? assert.fail(`${name} is not set`);
}

async function watch({ init, response, url }: client.ResponseContext): Promise<void> {
    const operation = contract.find(init.method ?? 'GET', url);
    const text = await contract.check(operation, response);
    if (response.ok) {
        called.add(operation.id);
    } else {
        console.log(`${operation.id} answered ${response.status}: ${text}`);
    }
}
