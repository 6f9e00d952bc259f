import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nobody, owner, refused } from '../server.js';

test('the server is well, and says so to anybody', async () => {
    const status = await nobody.health.statusStatusGet();

    assert.equal(status['status'], 'ok');
});

test('without a key there is nothing but a 401 that says how to come in', async () => {
    const answer = await nobody.agents.listAIAgentsV1().catch(error => error.response);

    assert.equal(answer.status, 401);
    assert.match(answer.headers.get('www-authenticate'), /^Bearer/);
    assert.equal(typeof (await answer.json()).detail, 'string');
});

test('a body at fault is a 422 that names every field in the published form', async () => {
    const problem = await refused(
        422,
        owner.prospects.createProspectV1({ prospectInput: { status: 'LOST' as never, name: '' } }),
    );

    const places = problem.detail.map((one: { loc: string[] }) => one.loc.join('.')).sort();
    assert.deepEqual(places, ['body.name', 'body.status']);
});
