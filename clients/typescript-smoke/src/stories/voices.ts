import assert from 'node:assert/strict';
import { test } from 'node:test';
import { agentBody } from '../bodies.js';
import { given, owner } from '../server.js';

test('a voice of the list plays, and can be given to an agent', async () => {
    const voices = await owner.voices.listVoiceModelsV1();
    const one = given(voices[0]);

    const preview = await fetch(one.previewUrl);
    assert.equal(preview.status, 200);
    assert.match(given(preview.headers.get('content-type')), /^audio\//);
    assert.ok((await preview.arrayBuffer()).byteLength > 1000);

    const aIAgentInput = { ...agentBody, voice: one.voice };
    const agent = await owner.agents.createAIAgentV1({ aIAgentInput });
    assert.equal(agent.voice?.modelId, one.voice.modelId);
    assert.deepEqual(agent.voice?.languageAccent, one.voice.languageAccent);
});
