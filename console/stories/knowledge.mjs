// A document is dropped, is read before one's eyes, and answers a question; one that is none is refused in words.
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { askUntil, base, member } from './browser.mjs';

const { FOLDER } = process.env;
await writeFile(`${FOLDER}/opening.md`, '# Opening hours\n\nThe workshop is open on Tuesdays from nine to noon.\n\n# Repairs\n\nA repair of a bicycle tyre costs 14 euros and takes one day.\n');
await writeFile(`${FOLDER}/broken.exe`, 'MZ');

const { page, close } = await member('ADMIN');
await page.goto(`${base}/console/hives`);
await page.getByRole('button', { name: 'Add knowledge' }).first().click();
const dialog = page.getByRole('dialog');
const [chooser] = await Promise.all([page.waitForEvent('filechooser'), dialog.getByRole('button', { name: /choose/i }).click()]);
await chooser.setFiles([`${FOLDER}/opening.md`, `${FOLDER}/broken.exe`]);
await dialog.getByText('broken.exe').waitFor();
await dialog.getByRole('button', { name: 'Add and read' }).click();
await page.getByRole('heading', { level: 1, name: /opening\.md/ }).waitFor();
await page.getByText('Read', { exact: true }).first().waitFor({ timeout: 60_000 });

await page.getByLabel('Question').fill('What does it cost to repair a bicycle tyre?');
await page.getByRole('button', { name: 'Ask' }).click();
await page.getByText(/14 euros/).first().waitFor();
await page.getByText('The agent would answer from this').waitFor();

// an agent knows it, and nobody knows it any more once it is deleted
await page.getByRole('button', { name: /Let an agent know this/ }).click();
await page.getByRole('option', { name: 'Sophia' }).click();
const id = page.url().match(/hives\/([^?]+)/)[1];
await askUntil(`/v1/hives/${id}/ai-agents`, agents => agents.length === 1);
await page.getByRole('button', { name: 'Delete', exact: true }).click();
await page.getByRole('dialog').getByRole('button', { name: 'Delete', exact: true }).click();
await page.getByRole('heading', { level: 1, name: 'Knowledge' }).waitFor();
const left = await askUntil('/v1/hives?limit=100', hives => !hives.some(hive => hive.id === id));
assert.ok(left.length > 0);
await close();
