import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ID } from '../bodies.js';
import { clientWith, given, owner, refused, wire } from '../server.js';

const { house } = owner;

test('a user is made, read, listed, changed, and answered once more when deleted', async () => {
    const userPayload = { email: 'kim@example.com', role: 'READ_ONLY' as const, fullName: 'Kim Ode' };
    const made = await house.createUserV1({ userPayload });
    const userId = given(made.id);
    assert.match(userId, ID);
    assert.match(userId, /^usr\./);
    assert.deepEqual(await house.getUserByIdV1({ userId }), made);

    const changed = await house.updateUserV1({ userId, userPayload: { phoneNumber: '+14155552671' } });
    assert.equal(changed.phoneNumber, '+14155552671');
    assert.equal(changed.fullName, 'Kim Ode', 'what an update of a user leaves out is kept');
    assert.equal(changed.role, 'READ_ONLY');

    const listed = await house.listUsersV1({ searchBy: 'email', searchValue: 'kim@', showResellerOwner: false });
    assert.deepEqual(listed, [changed]);

    const gone = await house.deleteUserV1({ userId });
    assert.equal(gone.id, userId);
    assert.equal(gone.email, 'kim@example.com');
    await refused(404, house.getUserByIdV1({ userId }));
});

test('a person is invited, comes in, and finds the invitation used up', async () => {
    const guestInput = { email: 'noor@example.com', role: 'ADMIN' as const };
    const sent = await wire(house.sendInviteV1Raw({ guestInput, app: 'trata' }));
    assert.equal(sent.role, 'ADMIN');
    assert.equal(sent.isEmailVerified, false);
    assert.equal(typeof sent.sent_count, 'number');
    assert.ok('guestInviteCode' in sent);
    const open = await house.listInvitesV1({ searchBy: 'email', searchValue: 'noor@' });
    assert.deepEqual(open.map(one => one.id), [sent.id]);

    const guest = clientWith(sent.guestInviteCode);
    const acceptInviteRequest = { name: 'Noor Haddad', password: 'a-long-enough-passphrase' };
    const user = await guest.house.acceptInviteV1({ acceptInviteRequest });
    assert.equal(user.email, 'noor@example.com');
    assert.equal(user.role, 'ADMIN');
    assert.equal(user.fullName, 'Noor Haddad');

    await refused(401, guest.house.acceptInviteV1({ acceptInviteRequest }));
    assert.deepEqual(await house.listInvitesV1({ searchBy: 'email', searchValue: 'noor@' }), []);
});
