import assert from 'node:assert/strict';
import { test } from 'node:test';
import { given, operator, owner, refused, wire } from '../server.js';

const { house } = owner;

test('the organization is changed under one name and answered under another', async () => {
    const before = await house.getOrganizationV1();
    const orgId = given(before.id);
    const organizationInput = {
        name: 'Blue Door',
        address: { line1: '1 Quay Lane', country: 'US' },
        tax: { id: 'T-1', taxProps: null },
        externalReferenceIds: [{ providerName: 'Ledger', id: 'L-9', providerProps: null }],
        agentConfig: before.config,
        websiteUrl: 'https://example.com',
    };
    const answer = await wire(house.updateOrganizationV1Raw({ orgId, organizationInput }));

    assert.equal(answer.name, 'Blue Door');
    assert.equal(answer.address.city, null, 'every key of the address is there');
    assert.equal(answer.tax.taxProps, null);
    assert.ok(!('agentConfig' in answer));
    assert.equal(typeof answer.config.intelligenceProvider, 'string');
    JSON.parse(answer.config.intelligenceProvider);
    assert.deepEqual(await wire(house.getOrganizationV1Raw()), answer);
});

test('there is no white label unless a reseller gave one', async () => {
    const answer = await wire(house.getOrganizationBrandingV1Raw());

    assert.equal(answer, null);
});

test('the operator founds an organization, and gets its first user', async () => {
    const bodyCreateOrganizationV1 = { org: { name: 'Second House' }, adminUserName: 'Ines Pardo' };
    const user = await operator.house.createOrganizationV1({ bodyCreateOrganizationV1 });

    assert.match(given(user.id), /^usr\./);
    assert.equal(user.fullName, 'Ines Pardo');
    assert.notEqual(user.orgId, (await house.getOrganizationV1()).id);
    await refused(403, house.createOrganizationV1({ bodyCreateOrganizationV1 }));
});

test('an organization deleted takes everything and its keys with it', async () => {
    const { message } = await house.deleteOrganizationV1();

    assert.ok(message.length > 0);
    await refused(401, house.getOrganizationV1());
});
