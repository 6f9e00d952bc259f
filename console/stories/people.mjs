// Somebody is invited, joins, signs in as a reader, sees everything, and is offered nothing that readers may not do.
import assert from 'node:assert/strict';
import { ask, askUntil, base, member, open } from './browser.mjs';
import { pages } from './pages.mjs';

const { page, close } = await member('ADMIN');
await page.goto(`${base}/console/settings/people`);
await page.getByRole('button', { name: 'Invite somebody' }).first().click();
const email = 'new.reader@example.com';
await page.getByRole('dialog').getByLabel('E-mail address').fill(email);
await page.getByRole('dialog').getByRole('button', { name: 'Invite', exact: true }).click();
await page.getByRole('button', { name: /Copy the link/ }).waitFor();
const link = await page.getByRole('dialog').locator('code').textContent();
await close();

const guest = await open({ expected: /status of 401/ });
await guest.page.goto(link);
await guest.page.getByLabel(/name/i).first().fill('Rita Reader');
await guest.page.locator('input[type=password]').first().fill('a long enough passphrase');
await guest.page.getByRole('button').first().click();
await askUntil('/v1/users?limit=100', users => users.some(user => user.email === email));
await guest.page.goto(`${base}/console/`);
await guest.page.getByLabel('E-mail address').fill(email);
await guest.page.getByLabel('Password').fill('a long enough passphrase');
await guest.page.keyboard.press('Enter');
await guest.page.locator('.shell').waitFor();
const offered = [];
for (const [name, path] of Object.entries(await pages())) {
  if (path === '/agents/new') {
    continue;
  }
  await guest.page.goto(`${base}/console${path}`);
  await guest.page.getByRole('heading', { level: 1 }).waitFor();
  await guest.page.waitForLoadState('networkidle');
  const changing = await guest.page.getByRole('button', { name: /^(new|add|delete|save|create|invite|buy|duplicate|correct|talk$|make|remove|revoke|release)/i }).all();
  for (const button of changing) {
    if (await button.isEnabled()) {
      offered.push(`${name}: ${await button.textContent()}`);
    }
  }
}
assert.deepEqual(offered, []);
await guest.close();

const user = (await ask('GET', '/v1/users?limit=100')).find(one => one.email === email);
await ask('DELETE', `/v1/users/${user.id}`);
