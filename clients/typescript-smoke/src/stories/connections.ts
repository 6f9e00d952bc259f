import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ID, newAgent, newProspect } from '../bodies.js';
import { called, given, nobody, owner, refused } from '../server.js';

const { connections } = owner;

test('a connection is made for an agent and a known caller, and listed by its channel', async () => {
    const agentId = await newAgent();
    const prospectId = await newProspect();
    const connectionSource = { sourceName: 'TWILIO' as const, sourceId: 'id_123', sourceProps: { line: 2 } };
    const made = await connections.createConnection({ agentId, prospectId, connectionSource });

    assert.match(given(made.id), ID);
    assert.equal(made.agentId, agentId);
    assert.equal(made.prospectId, prospectId);
    assert.deepEqual(made.sourceProps, { line: 2 });
    const listed = await connections.listConnections({ sourceName: 'TWILIO' });
    assert.deepEqual(listed.map(one => one.id), [made.id]);
    assert.deepEqual(await connections.listConnections({ sourceName: 'PLIVO' }), []);

    const nowhere = { agentId: 'aia.1700000000.nowhere0', connectionSource };
    await refused(404, connections.createConnection(nowhere));
});

test('a carrier fetches its XML without a key, declared as JSON though it is', async () => {
    const connectionSource = { sourceName: 'PLIVO' as const, sourceId: '+14155552671', sourceProps: {} };
    const made = await connections.createConnection({ agentId: await newAgent(), connectionSource });
    const connectionId = given(made.id);

    const { raw } = await nobody.connections.getPlivoAudioStreamXmlRaw({ connectionId });
    assert.match(given(raw.headers.get('content-type')), /^(application|text)\/xml/);
    assert.match(await raw.text(), /<Stream[^>]*>wss?:\/\/[^<]+<\/Stream>/);
    assert.ok(called.has('getPlivoAudioStreamXml'));
});
