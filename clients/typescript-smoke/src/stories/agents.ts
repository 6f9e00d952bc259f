import assert from 'node:assert/strict';
import { test } from 'node:test';
import { agentBody, ID, TIME } from '../bodies.js';
import { given, owner, refused, wire } from '../server.js';

const { agents } = owner;

test('an agent is made, read, listed, changed and deleted', async () => {
    const made = await agents.createAIAgentV1({ aIAgentInput: agentBody });
    const agentId = given(made.id);
    assert.match(agentId, ID);
    assert.match(agentId, /^aia\./);
    assert.match(given(made.createdAt), TIME);
    assert.equal(made.mission?.sequence?.[0]?.stageName, 'Welcome');

    assert.deepEqual(await agents.getAIAgentV1({ agentId }), made);

    const aIAgentInput = { ...agentBody, name: 'Nora', app: 'TRATA_SPARR' as const };
    const changed = await agents.updateAIAgentV1({ agentId, aIAgentInput });
    assert.equal(changed.name, 'Nora');
    assert.equal(changed.createdAt, made.createdAt);

    const found = await agents.listAIAgentsV1({
        searchBy: 'name',
        searchValue: 'nora',
        app: 'TRATA_SPARR',
        status: 'active',
        sortBy: 'createdAt',
        sortOrder: 'desc',
        skip: 0,
        limit: 10,
        updatedAfter: made.createdAt ?? null,
    });
    assert.deepEqual(found, [changed]);

    const { message } = await agents.deleteAIAgentV1({ agentId });
    assert.ok(message.length > 0);
    const problem = await refused(404, agents.getAIAgentV1({ agentId }));
    assert.match(problem.detail, /not found$/);
});

test('a greeting must be there, but may be null', async () => {
    const mission = { objective: 'Book a table', greeting: null };
    const made = await wire(agents.createAIAgentV1Raw({ aIAgentInput: { ...agentBody, mission } }));
    assert.equal(made.mission.greeting, null);
    assert.ok('greeting' in made.mission);

    const without = { ...agentBody, mission: { objective: 'Book a table' } as never };
    await refused(422, agents.createAIAgentV1({ aIAgentInput: without }));
});
