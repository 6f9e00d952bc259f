import assert from 'node:assert/strict';
import { test } from 'node:test';
import { agentBody } from '../bodies.js';
import { given, owner } from '../server.js';

const { actions, agents, templates } = owner;

test('a template becomes an agent in each language', async () => {
    for (const language of ['en', 'es', 'hi']) {
        const all = Object.values(await templates.listPromptTemplatesV1({ language }));
        assert.ok(all.length >= 8, `${language}: ${all.length} templates`);
        const { name, prompt, role, roleDescription, sequences } = given(all[0]);
        const mission = { prompt, greeting: null, sequence: sequences };
        const aIAgentInput = { ...agentBody, name, role, roleDescription, mission };
        const agent = await agents.createAIAgentV1({ aIAgentInput });
        assert.equal(agent.mission?.sequence?.length, sequences.length);
    }
});

test('roles are on offer, English when no language is named', async () => {
    const roles = await templates.listRoleTemplatesV1();

    assert.ok(roles.length >= 8);
    assert.deepEqual(roles, await templates.listRoleTemplatesV1({ language: 'en' }));
});

test('every template of an action can be stored as it is', async () => {
    const all = await templates.listActionTemplatesV1();

    assert.ok(all.length >= 6);
    for (const actionInput of all) {
        const stored = await actions.createActionV1({ actionInput });
        assert.equal(stored.name, actionInput.name);
    }
});
