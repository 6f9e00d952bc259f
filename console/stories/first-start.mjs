// From the link a fresh server prints to a password of one's own and the first conversation.
import assert from 'node:assert/strict';
import { ask, askUntil, base, open } from './browser.mjs';

const { PARLEY_LINK } = process.env;
const { page, context, close } = await open({ expected: /status of 401/ });

await page.goto(PARLEY_LINK);
await page.getByRole('navigation').waitFor();
assert.ok(!page.url().includes('first='), 'the link stays in the address');
const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]));
assert.ok(!/prs_|prf_/.test(kept), `a script can read ${kept}`); // X4

await page.getByRole('button', { name: 'Choose a password' }).click();
await page.getByLabel('Your e-mail address').fill('owner@example.com');
await page.getByLabel('New password').fill('a long enough passphrase');
await page.getByRole('button', { name: 'Save' }).click();
await page.getByText('Saved.').first().waitFor();

await page.getByRole('link', { name: 'Agents' }).click();
await page.getByRole('link', { name: 'Sophia' }).click();
await page.getByRole('button', { name: 'Type', exact: true }).click();
await page.getByText('thank you for calling').waitFor();
await page.getByPlaceholder('Say something').fill('What does the Four Olive Pizza cost?');
await page.keyboard.press('Enter');
await page.getByText(/16 dollars/).waitFor();
await page.getByRole('button', { name: 'Hang up' }).click();
await page.getByRole('link', { name: 'Open this conversation' }).click();
await page.getByText('What does the Four Olive Pizza cost?').first().waitFor();

const [conversation] = await askUntil('/v1/conversations?limit=1', ([one]) => one?.timestampEnd);
assert.ok(page.url().endsWith(`/console/conversations/${conversation.id}`));

// The link has done what it was for; the password opens the door now.
const other = await open({ expected: /status of 401/ });
await other.page.goto(PARLEY_LINK);
await other.page.getByText('The link did not work').waitFor();
await other.page.getByLabel('E-mail address').fill('owner@example.com');
await other.page.getByLabel('Password').fill('not the passphrase');
await other.page.getByRole('button', { name: 'Sign in' }).click();
await other.page.getByRole('alert').filter({ hasText: 'wrong' }).waitFor();
await other.page.getByLabel('Password').fill('a long enough passphrase');
await other.page.keyboard.press('Enter');
await other.page.getByRole('navigation').waitFor();
await other.page.getByRole('button', { name: 'Owner' }).click();
await other.page.getByRole('menuitem', { name: 'Sign out everywhere' }).click();
await other.page.getByRole('heading', { name: 'Sign in' }).waitFor();
await other.close();

await new Promise(done => setTimeout(done, 5_000)); // as long as a server trusts what it has asked before
await page.goto(`${base}/console/agents`);
await page.getByRole('heading', { name: 'Sign in' }).waitFor();
assert.equal((await context.cookies()).filter(cookie => !cookie.httpOnly).length, 0);
assert.ok(await ask('GET', '/v1/organizations'));
await close();
