import assert from 'node:assert/strict';
import { test } from 'node:test';
import { prospectBody } from '../bodies.js';
import { ask, given, owner, refused } from '../server.js';

const { prospects } = owner;

test('a prospect is made, read, listed, changed and deleted', async () => {
    const email = 'lena.berg@example.com';
    const made = await prospects.createProspectV1({ prospectInput: { ...prospectBody, email } });
    const prospectId = given(made.id);
    assert.match(prospectId, /^pro\./);
    assert.equal(made.externalReference?.[0]?.providerName, 'Ledger');
    assert.deepEqual(made.prospectProps, { seats: 4 });
    assert.deepEqual(await prospects.getProspectV1({ prospectId }), made);

    const prospectInput = { status: 'PRODUCT_ORDER_PLACED' as const, email };
    const changed = await prospects.updateProspectV1({ prospectId, prospectInput });
    assert.equal(changed.status, 'PRODUCT_ORDER_PLACED');
    assert.equal(changed.name ?? null, null, 'what a PUT leaves out is cleared');

    const filter = { searchBy: 'email', searchValue: 'LENA.berg', status: 'PRODUCT_ORDER_PLACED' };
    assert.deepEqual(await prospects.listProspectsV1(filter), [changed]);

    await prospects.deleteProspectV1({ prospectId });
    await refused(404, prospects.getProspectV1({ prospectId }));
});

test('what the vendor only sketched is tolerated or plainly not there', async () => {
    const email = 'otto.ruiz@example.com';
    const made = await prospects.createProspectV1({ prospectInput: { status: 'NEW', email } });

    const found = await ask('GET', `/v1/prospects?email=${email}`);
    assert.equal(found.status, 200);
    assert.deepEqual((await found.json()).map((one: { id: string }) => one.id), [made.id]);

    const dial = await ask('POST', '/v1/agents/aia.1700000000.nowhere0/dial?phoneNumber=911');
    assert.equal(dial.status, 404);
});
