// An agent is made of a template, talked to with a microphone, changed, and talked to again without leaving the page.
import assert from 'node:assert/strict';
import { ask, askUntil, base, member } from './browser.mjs';

const { page, close } = await member('ADMIN');
await page.goto(`${base}/console/agents`);
await page.getByRole('link', { name: 'New agent' }).first().click();
await page.getByRole('radio').first().check();
await page.getByLabel('Name').fill('Nora');
await page.getByRole('button', { name: 'Create and talk' }).click();
await page.getByRole('heading', { level: 1, name: 'Nora' }).waitFor();
const id = page.url().match(/agents\/([^?]+)/)[1];

// by microphone: the words appear, both sides are heard, the agent is interrupted
await page.getByRole('button', { name: 'Talk', exact: true }).click();
await page.getByText('When do you open on Saturday?').first().waitFor({ timeout: 30_000 });
await page.locator('.timeline [data-kind="caller"]').first().waitFor({ state: 'attached' });
await page.locator('.timeline [data-kind="agent"]').first().waitFor({ state: 'attached' });
await page.locator('.stages').first().waitFor();
await page.getByRole('button', { name: 'Hang up' }).click();
await page.getByText('The conversation is over').waitFor();

// stages by keyboard, then a new greeting
await page.getByRole('tab', { name: 'Mission' }).click();
const names = () => page.getByLabel('Name', { exact: true }).evaluateAll(fields => fields.map(field => field.value));
const before = await names();
assert.ok(before.length > 1);
await page.getByRole('button', { name: 'Move stage 2 up' }).press('Enter');
assert.deepEqual(await names(), [before[1], before[0], ...before.slice(2)]);
await page.getByLabel('Greeting').fill('Welcome back, this is Nora with a new greeting.');
await page.getByRole('button', { name: 'Save' }).click();
await page.getByText('Saved', { exact: true }).waitFor();
await page.getByRole('button', { name: 'Type', exact: true }).click();
await page.getByText('with a new greeting').first().waitFor();
await page.getByRole('button', { name: 'Hang up' }).click();
const kept = await ask('GET', `/v1/ai-agents/${id}`);
assert.equal(kept.mission.sequence[0].stageName, before[1]);

// unsaved changes are not lost by a wrong click
await page.getByLabel('Greeting').fill('Not saved');
await page.getByRole('link', { name: 'Prospects' }).click();
await page.getByRole('dialog').getByRole('button', { name: 'Stay here' }).click();
assert.equal(await page.getByLabel('Greeting').inputValue(), 'Not saved');
await page.getByRole('button', { name: 'Discard' }).click();

// connected with what the sample knows
await page.getByRole('tab', { name: 'Connected' }).click();
const knowledge = page.locator('section.card').filter({ has: page.getByRole('heading', { name: 'Knowledge' }) });
await knowledge.getByRole('button', { name: /\bAdd\b/ }).click();
await page.getByRole('option', { name: 'menu.md' }).click();
await askUntil(`/v1/ai-agents/${id}/hives`, hives => hives.length === 1);

await page.getByRole('button', { name: 'Duplicate' }).click();
await page.getByRole('heading', { level: 1, name: 'Nora (copy)' }).waitFor();
await page.getByRole('button', { name: 'Delete agent' }).click();
await page.getByRole('dialog').getByRole('button', { name: 'Delete agent' }).click();
await page.getByRole('heading', { level: 1, name: 'Agents' }).waitFor();
const all = await ask('GET', '/v1/ai-agents');
assert.deepEqual(all.map(agent => agent.name).sort(), ['Nora', 'Sophia']);
await close();
