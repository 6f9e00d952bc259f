import assert from 'node:assert/strict';
import { test } from 'node:test';
import { conversationBody, ID, newAgent, newProspect, TIME } from '../bodies.js';
import { given, owner, refused, wire } from '../server.js';

const { conversations, prospectLinks } = owner;

test('an imported call is answered as the vendor answers it, oddities included', async () => {
    const agentId = await newAgent();
    const conversationInput = conversationBody(agentId);
    const answer = await wire(conversations.createConversationV1Raw({ conversationInput }));

    assert.match(answer.id, ID);
    assert.equal(answer.aiAgentId, agentId);
    assert.ok(!('agentId' in answer));
    assert.ok(!('adminComments' in answer));
    assert.equal(answer.status, 'active', 'the flag of the record, not of the call');
    assert.equal(answer.timestampStart, '2025-03-04T05:06:07.000000');
    assert.equal(answer.timestampEnd, '2025-03-04T05:07:07.000000');
    assert.match(answer.createdAt, TIME);
    assert.deepEqual(answer.transcriptText[1], {
        speaker: 'USER',
        message: 'My name is Ana.',
        timestamp: '2025-03-04T05:06:09.500000',
        message_id: 'My name is Ana.',
    });
    assert.deepEqual(Object.keys(answer.conversationAnalytics).sort(), [
        'action_items',
        'address_of_caller',
        'email_address_of_caller',
        'is_audio_consent_given',
        'name_of_caller',
        'phone_number_of_caller',
        'prospectStatus',
        'sentiment_of_caller',
        'summary',
    ]);
});

test('a transcript may be an address, and is answered as none', async () => {
    const conversationInput = conversationBody(await newAgent());
    conversationInput.transcriptText = 'http://example.com/transcript';
    const answer = await wire(conversations.createConversationV1Raw({ conversationInput }));

    assert.equal(answer.transcriptText ?? null, null);
});

test('a conversation is read, listed, changed, given feedback and deleted', async () => {
    const agentId = await newAgent();
    const conversationInput = conversationBody(agentId);
    const made = await conversations.createConversationV1({ conversationInput });
    const conversationId = given(made.id);
    assert.deepEqual(await conversations.getConversationV1({ conversationId }), made);

    const listed = await conversations.listConversationsV1({ searchBy: 'aiAgentId', searchValue: agentId });
    assert.deepEqual(listed.map(one => one.id), [conversationId]);

    const changed = await conversations.updateConversationV1({
        conversationId,
        conversationInput: { ...conversationInput, transcriptSummary: 'Ana wants a table.', app: 'TRATA' },
    });
    assert.equal(changed.transcriptSummary, 'Ana wants a table.');
    assert.equal(changed.app, 'TRATA');
    assert.equal(changed.createdAt, made.createdAt);

    const comment = { comment: 'Great service!', rating: 5 };
    const feedback = await wire(conversations.addFeedbackV1Raw({ conversationId, comment }));
    assert.match(feedback.id, /^cfb\./);
    assert.equal(feedback.conversationId, conversationId);
    assert.equal(feedback.feedback, 'Great service!');
    assert.equal(feedback.rating, 5);
    assert.ok(!('comment' in feedback));

    await conversations.deleteConversationV1({ conversationId });
    await refused(404, conversations.getConversationV1({ conversationId }));
});

test('a conversation is linked to a prospect, listed there, and unlinked', async () => {
    const conversationInput = conversationBody(await newAgent());
    conversationInput.conversationAnalytics = null;
    conversationInput.transcriptText = null;
    const conversation = await conversations.createConversationV1({ conversationInput });
    const link = { conversationId: given(conversation.id), prospectId: await newProspect() };

    const { message } = await prospectLinks.createConversationProspectLinkV1(link);
    assert.ok(message.length > 0);
    await prospectLinks.createConversationProspectLinkV1(link);
    const linked = await prospectLinks.listConversationsOfProspectsV1({ prospectId: link.prospectId });
    assert.deepEqual(linked.map(one => one.id), [link.conversationId]);
    assert.equal(linked[0]?.prospectId, link.prospectId);

    await prospectLinks.deleteConversationProspectLinkV1(link);
    assert.deepEqual(await prospectLinks.listConversationsOfProspectsV1(link), []);
    await refused(404, prospectLinks.deleteConversationProspectLinkV1(link));
});
