import assert from 'node:assert/strict';
import { request } from 'node:http';
import type { Socket } from 'node:net';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { actionBody, agentBody, newAgent } from '../bodies.js';
import { clientWith, given, nobody, owner, refused, refusedWithin, setting } from '../server.js';

const { actionLinks, actions, agents, connections, files, house } = owner;

test('a connection says where its socket is, and a ticket opens it anew', async () => {
    const connectionSource = { sourceId: 'browser-2', sourceProps: {} };
    const made = await connections.createConnection({ agentId: await newAgent(), connectionSource });

    const entrance = await connections.createTicket({ connectionId: given(made.id) });
    assert.match(entrance.socketUrl, /^wss?:\/\/.+\/socket\?ticket=/);
    assert.notEqual(entrance.socketUrl, made.socketUrl);
});

test('a list is counted and walked page by page, with no more than was asked for', async () => {
    const app = 'TRATA_SPARR_V1';
    for (const name of ['Ada', 'Bo', 'Cleo']) {
        await agents.createAIAgentV1({ aIAgentInput: { ...agentBody, name, app } });
    }
    const page = { app, sortBy: 'name', limit: 2, fields: 'name' } as const;

    const first = await agents.listAIAgentsV1Raw({ ...page, count: true });
    assert.equal(first.raw.headers.get('x-total-count'), '3');
    const cursor = given(first.raw.headers.get('x-next-cursor'));
    const records = await first.raw.json();
    assert.deepEqual(records.map((one: object) => Object.keys(one).sort()), [['id', 'name'], ['id', 'name']]);
    const second = await agents.listAIAgentsV1Raw({ ...page, cursor });
    assert.equal(second.raw.headers.get('x-next-cursor'), null);
    const names = [...records, ...(await second.raw.json())].map(one => one.name);
    assert.deepEqual(names, ['Ada', 'Bo', 'Cleo']);
});

test('the sample of a voice is fetched by its id, in part or whole', async () => {
    const [voice] = await owner.voices.listVoiceModelsV1();
    const modelId = given(voice?.voice.modelId);

    const whole = await nobody.voices.getVoicePreviewRaw({ modelId });
    assert.equal(whole.raw.headers.get('content-type'), 'audio/wav');
    const part = await nobody.voices.getVoicePreviewRaw({ modelId, range: 'bytes=0-3' });
    assert.equal(part.raw.status, 206);
    assert.equal(await part.raw.text(), 'RIFF');
});

test('a hive is read again, and says how far it is', async () => {
    const menu = new File(['Flatbread 7.50\n'], 'menu.txt', { type: 'text/plain' });
    const [file] = await files.uploadFileV1({ files: [menu] });
    const hiveContentInput = { hiveType: 'DOCS' as const, fileIds: [given(file?.id)] };
    const hiveId = given((await owner.hives.createHiveV1({ hiveContentInput })).id);

    assert.equal((await owner.hives.ingestHive({ hiveId })).id, hiveId);
    const events = await owner.hives.getHiveEvents({ hiveId, seconds: 0 });
    assert.match(events, /^event: progress\ndata: {"status":"/);
    await owner.hives.deleteHiveV1({ hiveId });
});

test('a file is fetched with nothing but its link', async () => {
    const menu = new File(['Flatbread 7.50\n'], 'menu.txt', { type: 'text/plain' });
    const [stored] = await files.uploadFileV1({ files: [menu] });
    const link = new URL(given(stored?.fileUrl)).searchParams;
    const [org, expires, signature] = ['org', 'expires', 'signature'].map(name => given(link.get(name)));
    const request = { fileId: given(stored?.id), org, expires, signature } as never;

    const { raw } = await nobody.files.getFileContentRaw(request);
    assert.equal(await raw.text(), 'Flatbread 7.50\n');
});

test('a person who was invited signs in, changes the password and signs out everywhere', async () => {
    const email = 'rui@example.com';
    const guestInput = { email, role: 'READ_ONLY' as const };
    const guest = clientWith(given((await house.sendInviteV1({ guestInput })).guestInviteCode));
    const password = 'a-long-enough-passphrase';
    const user = await guest.house.acceptInviteV1({ acceptInviteRequest: { name: 'Rui Alves', password } });

    const signInRequest = { email, password };
    const first = await nobody.house.createSession({ signInRequest });
    assert.equal(first.user.id, user.id);
    const present = await clientWith(given(first.token)).house.getCurrentSession();
    assert.deepEqual([present.user.id, present.permissions, present.hasPassword], [user.id, ['READ', 'GREET'], true]);
    await clientWith(given(first.token)).house.deleteCurrentSession();
    const passwordChange = { oldPassword: password, newPassword: 'another-long-passphrase' };
    const second = await clientWith(given(first.token)).house.changePassword({ userId: given(user.id), passwordChange });
    const person = clientWith(given(second.token));
    assert.equal((await person.house.getUserByIdV1({ userId: given(user.id) })).email, email);
    await refused(401, nobody.house.createSession({ signInRequest }));

    await person.house.deleteSessions();
    await refusedWithin(5, 401, () => person.house.getOrganizationV1());
});

test('what reviewers said of a conversation is read again', async () => {
    const [kept] = await owner.conversations.listConversationsV1({ limit: 1 });
    const conversationId = given(kept?.id);
    const before = (await owner.conversations.listFeedback({ conversationId })).length;
    await owner.conversations.addFeedbackV1({ conversationId, comment: { comment: 'Quick and kind.', rating: 4 } });
    const remarks = await owner.conversations.listFeedback({ conversationId });
    assert.equal(remarks.length, before + 1);
    assert.equal(remarks.at(-1)?.rating, 4);
});

test('an organization shows its colours where its callers are', async () => {
    const customerBranding = { name: 'Olive', brandColor: '#2f6f62', logoUrl: 'https://example.com/logo.svg' };
    const kept = await house.putOrganizationBranding({ customerBranding });
    assert.equal(kept.brandColor, '#2f6f62');
    assert.equal((await house.getOrganizationBrandingV1())?.name, 'Olive');
    await refused(422, house.putOrganizationBranding({ customerBranding: { brandColor: 'red; background: url(//evil)' } }));

    await house.putOrganizationBranding({ customerBranding: {} });
    assert.equal(await house.getOrganizationBrandingV1(), null);
});

test('the owner of a fresh server comes in by its link, once', async () => {
    const firstSignInRequest = { token: given(setting('PARLEY_FIRST_LINK').split('#first=')[1]) };
    const session = await nobody.house.createFirstSession({ firstSignInRequest });

    assert.equal((await clientWith(given(session.token)).house.getCurrentSession()).hasPassword, false);
    await refused(401, nobody.house.createFirstSession({ firstSignInRequest }));
});

test('an invitation is taken back, and opens nothing more', async () => {
    const guestInput = { email: 'sam@example.com', role: 'ADMIN' as const };
    const sent = await house.sendInviteV1({ guestInput });
    const page = await nobody.house.acceptInvitePage();
    assert.match(page, /<html/i);

    await house.revokeInvite({ inviteId: given(sent.id) });
    assert.deepEqual(await house.listInvitesV1({ searchBy: 'email', searchValue: 'sam@' }), []);
    await refused(401, clientWith(given(sent.guestInviteCode)).house.acceptInviteV1());
});

test('an action is tried, and what happened is told', async () => {
    const endpoint = { url: 'http://nobody.invalid/orders', headers: { 'X-Key': 'a secret' } };
    const made = await actions.createActionV1({ actionInput: { ...actionBody, endpoint } });

    const actionTest = { arguments: { order_id: 'A-1' } };
    const result = await actions.testAction({ actionId: given(made.id), actionTest });

    assert.equal(result.succeeded, false);
    assert.equal(result.answer, null);
    assert.ok(!JSON.stringify(result).includes('a secret'));
});

test('the sample restaurant works out what an order costs', async () => {
    const items = [{ product: 'Ember Chicken Wings', quantity: 2 }];
    const sampleOrder = { items, name: 'Ann Lee', phone: '+12125550123', handover: 'delivery' as const, address: '1 Elm St' };

    const receipt = await actions.orderFromSample({ sampleOrder });

    assert.equal(receipt.total, '24.00 USD');
    await refused(422, actions.orderFromSample({ sampleOrder: { ...sampleOrder, items: [] } }));
});

test('a question is tried on a hive before an agent is asked', async () => {
    const hiveContentInput = { hiveType: 'WEBSITE' as const, url: 'https://olive.example' };
    const made = await owner.hives.createHiveV1({ hiveContentInput });

    const findings = await owner.hives.searchHive({ hiveId: given(made.id), q: 'Do you have lemonade?', limit: 3 });
    assert.equal(findings.answered, false);
    assert.deepEqual(findings.results, []);
});

test('what an action is told of calls is signed, kept, and sent again by hand', async () => {
    const actionInput = { ...actionBody, invocationTrigger: 'webhook.conversation_start' as const };
    const actionId = given((await actions.createActionV1({ actionInput })).id);
    const agentId = await newAgent();
    await actionLinks.createActionAgentLinkV1({ actionId, agentId });
    const { secret } = await actions.getSigningSecret({ actionId });
    assert.match(secret, /^whsec_/);
    assert.notEqual((await actions.rotateSigningSecret({ actionId })).secret, secret);

    const connectionSource = { sourceId: 'browser-3', sourceProps: {} };
    const made = await connections.createConnection({ agentId, connectionSource });
    await call(given(made.socketUrl));
    let [delivery] = await actions.listDeliveries({ actionId });
    for (let looks = 0; delivery === undefined && looks < 100; looks++) {
        await pause(50);
        [delivery] = await actions.listDeliveries({ actionId });
    }
    const deliveryId = given(delivery?.id);
    assert.match(deliveryId, /^evt\./);
    const whole = await actions.getDelivery({ deliveryId });
    assert.equal(whole.event['event_name'], 'conversation_start');
    assert.equal((await actions.redeliver({ deliveryId })).id, deliveryId);
});

/** Opens the socket of a call, and leaves: the call has begun. */
function call(socketUrl: string): Promise<void> {
    const headers = {
        Connection: 'Upgrade',
        Upgrade: 'websocket',
        'Sec-WebSocket-Version': '13',
        'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==',
    };
    return new Promise((resolve, reject) => {
        request(socketUrl.replace(/^ws/, 'http'), { headers })
            .on('upgrade', (_, socket) => {
                socket.destroy();
                resolve();
            })
            .on('error', reject)
            .end();
    });
}

/// A frame of a WebSocket, masked with nothing.
function frame(opcode: number, payload: Buffer): Buffer {
    const header = Buffer.alloc(8);
    header[0] = 0x80 | opcode;
    header[1] = 0x80 | 126;
    header.writeUInt16BE(payload.length, 2);
    return Buffer.concat([header, payload]);
}

test('what was said aloud is kept as it sounded', async () => {
    const connectionSource = { sourceId: 'browser-3', sourceProps: {} };
    const made = await connections.createConnection({ agentId: await newAgent(), connectionSource });
    const url = `${made.socketUrl}&audio=pcm_s16le_16000&frames=binary`.replace(/^ws/, 'http');
    const key = Buffer.from('a nonce of 16 by').toString('base64');
    const headers = { Connection: 'Upgrade', Upgrade: 'websocket', 'Sec-WebSocket-Version': '13', 'Sec-WebSocket-Key': key };

    const socket = await new Promise<Socket>(opened => request(url, { headers }).on('upgrade', (_, it) => opened(it)).end());
    for (let i = 0; i < 20; i++) {
        socket.write(frame(2, Buffer.alloc(640)));
        await pause(20);
    }
    socket.write(frame(1, Buffer.from('{"command":"STOP","payloadType":"TEXT","payload":""}')));

    const [kept] = await owner.conversations.listConversationsV1({ limit: 1 });
    const conversationId = given(kept?.id);
    for (let tries = 0; tries < 100; tries++) {
        const sound = await owner.conversations.getConversationRecordingRaw({ conversationId }).catch(() => null);
        if (sound) {
            assert.equal(sound.raw.headers.get('content-type'), 'audio/wav');
            assert.equal((await sound.raw.text()).slice(0, 4), 'RIFF');
            break;
        }
        await pause(100);
    }
    socket.destroy();
});

test('an agent calls somebody, and only where it may', async () => {
    const [offer] = await owner.phones.listAvailablePhonesV1({ countryCode: 'US' });
    const phoneNumber = given(offer?.phoneNumber);
    await owner.phones.purchasePhoneV1({ numberPurchaseRequest: { countryCode: 'US', phoneNumber } });
    const agentId = await newAgent();

    const outboundCallInput = { to: '+1 415 555 2671', from: phoneNumber };
    const placed = await agents.placeCall({ agentId, outboundCallInput });
    assert.equal(placed.to, '+14155552671');
    assert.equal(placed.status, 'dialling');
    await refused(422, agents.placeCall({ agentId, outboundCallInput: { ...outboundCallInput, to: '+442071838750' } }));
});
