import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ActionInput } from '../../client/index.js';
import { actionBody, newAgent } from '../bodies.js';
import { given, owner, refused } from '../server.js';

const { actionLinks, actions } = owner;

test('an action is made, read, listed, changed and deleted', async () => {
    const made = await actions.createActionV1({ actionInput: actionBody });
    const actionId = given(made.id);
    assert.match(actionId, /^act\./);
    assert.deepEqual(made.parameters, actionBody.parameters);
    assert.equal(made.endpoint?.['url'], 'https://example.com/orders');
    assert.deepEqual(made.endpoint?.['payload'], { shop: 7 });
    assert.deepEqual(await actions.getActionV1({ actionId }), made);

    const actionInput = { ...actionBody, name: 'get_delivery_day', userWaitingText: null };
    const changed = await actions.updateActionV1({ actionId, actionInput });
    assert.equal(changed.name, 'get_delivery_day');
    assert.equal(changed.userWaitingText ?? null, null);

    const listed = await actions.listActionsV1({ searchBy: 'name', searchValue: 'delivery_day' });
    assert.deepEqual(listed, [changed]);

    await actions.deleteActionV1({ actionId });
    await refused(404, actions.getActionV1({ actionId }));
});

test('an endpoint has one of three shapes, and only one', async () => {
    const shapes: ActionInput['endpoint'][] = [
        { url: 'https://example.com/hook', method: 'GET', headers: { 'X-Shop': '7' } },
        { module: 'calendar', _function: 'book' },
        { workflowId: 'wf_1' },
    ];
    for (const endpoint of shapes) {
        const made = await actions.createActionV1({ actionInput: { ...actionBody, endpoint } });
        assert.ok(made.endpoint);
    }
    const neither = { ...actionBody, endpoint: { method: 'POST' } as never };
    await refused(422, actions.createActionV1({ actionInput: neither }));
});

test('the trigger the vendor once printed cut short is understood', async () => {
    const invocationTrigger = 'webhook.conversation_en' as never;
    const made = await actions.createActionV1({ actionInput: { ...actionBody, invocationTrigger } });

    assert.equal(made.invocationTrigger, 'webhook.conversation_end');
});

test('an action is linked to an agent, once however often, and unlinked', async () => {
    const actionInput = { ...actionBody, invocationTrigger: 'webhook.conversation_end' as const };
    const action = await actions.createActionV1({ actionInput });
    assert.equal(action.invocationTrigger, 'webhook.conversation_end');
    const link = { actionId: given(action.id), agentId: await newAgent() };

    await actionLinks.createActionAgentLinkV1(link);
    await actionLinks.createActionAgentLinkV1(link);
    const linked = await actionLinks.listActionsOfAgentV1(link);
    assert.deepEqual(linked.map(one => one.id), [link.actionId]);

    await actionLinks.deleteActionAgentLinkV1(link);
    assert.deepEqual(await actionLinks.listActionsOfAgentV1(link), []);
    await refused(404, actionLinks.deleteActionAgentLinkV1(link));
});
