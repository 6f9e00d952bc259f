import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newAgent } from '../bodies.js';
import { given, owner, refused } from '../server.js';

const { phones } = owner;

test('a number is chosen, bought, given to an agent, taken back and released', async () => {
    const countries = await phones.listSupportedCountriesV1();
    const country = given(countries.find(one => one.code === 'US') ?? countries[0]);
    assert.ok(country.name.length > 1);
    const offers = await phones.listAvailablePhonesV1({ countryCode: country.code });
    const offer = given(offers[0]);
    assert.equal(offer.countryCode, country.code);

    const numberPurchaseRequest = { countryCode: country.code, phoneNumber: offer.phoneNumber };
    const phone = await phones.purchasePhoneV1({ numberPurchaseRequest });
    const phoneId = given(phone.id);
    assert.equal(phone.phoneNumber, offer.phoneNumber);
    assert.equal(phone.agentId ?? null, null);
    const owned = await phones.listPurchasedPhonesV1({ countryCode: country.code });
    assert.deepEqual(owned.map(one => one.id), [phoneId]);

    const link = { phoneId, agentId: await newAgent() };
    await phones.linkPhoneToAgentV1(link);
    const [linked] = await phones.getAgentPhonesV1(link);
    assert.equal(linked?.id, phoneId);
    assert.equal(linked?.agentId, link.agentId);
    await phones.unlinkPhoneFromAgentV1(link);
    assert.deepEqual(await phones.getAgentPhonesV1(link), []);

    await phones.releasePhoneV1({ phoneId });
    assert.deepEqual(await phones.listPurchasedPhonesV1(), []);
    await refused(404, phones.releasePhoneV1({ phoneId }));
});
