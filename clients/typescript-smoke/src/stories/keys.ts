import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newAgent, TIME } from '../bodies.js';
import { clientWith, given, owner, refused, refusedWithin, wire } from '../server.js';

const { keys } = owner;

test('a key is issued, works, is listed without its secret, and works no more when revoked', async () => {
    const made = await wire(keys.createApiKeyV1Raw({ apiKeyRequest: { keyType: 'api_key' } }));
    assert.equal(made.keyType, 'api_key');
    assert.ok(!('key_type' in made));
    assert.match(made.expiresAt, TIME);
    const bearer = clientWith(made.secretKey);
    assert.ok((await bearer.agents.listAIAgentsV1()).length > 0);

    const listed = given((await keys.listApiKeysV1()).find(one => one.id === made.id));
    assert.equal(listed.isActive, true);
    assert.ok(listed.secretKey === undefined || listed.secretKey !== made.secretKey);

    await keys.deleteApiKeyV1({ keyId: made.id });
    await refusedWithin(5, 401, () => bearer.agents.listAIAgentsV1({ limit: 1 }));
});

test('a call key may start calls and nothing else', async () => {
    const agentId = await newAgent();
    const key = await keys.getCallKeyV1();
    assert.equal(key.keyType, 'call_key');
    const browser = clientWith(given(key.secretKey));

    const connectionSource = { sourceId: 'browser-1', sourceProps: {} };
    const connection = await browser.connections.createConnection({ agentId, connectionSource });
    assert.equal(connection.sourceName, 'BROWSER');
    await refused(403, browser.agents.listAIAgentsV1());
});
