// An action is made with the form, tried, and shows what was sent and what came back.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { ask, base, member } from './browser.mjs';

const { EMBEDDING_PORT } = process.env;
const kitchen = createServer((request, answer) => {
  let body = '';
  request.on('data', part => (body += part));
  request.on('end', () => answer.setHeader('Content-Type', 'application/json').end(JSON.stringify({ taken: JSON.parse(body) })));
});
await new Promise(done => kitchen.listen(Number(EMBEDDING_PORT), '127.0.0.1', done));

const { page, close } = await member('ADMIN');
await page.goto(`${base}/console/actions`);
await page.getByRole('button', { name: 'New action' }).first().click();
await page.getByRole('dialog').getByRole('link', { name: /Begin with an empty one/ }).click();
await page.getByLabel('Name', { exact: true }).first().fill('place_order');
await page.getByLabel('What it does, and when to use it').fill('Takes an order once the caller has agreed to it.');
await page.getByLabel('Address', { exact: true }).fill(`http://127.0.0.1:${EMBEDDING_PORT}/orders`);
await page.getByRole('button', { name: 'Add a parameter' }).click();
const names = page.getByRole('textbox', { name: 'Name', exact: true });
await names.last().fill('items');
await page.getByRole('button', { name: 'Create', exact: true }).click();
await page.getByRole('heading', { level: 1, name: 'place_order' }).waitFor();
const id = page.url().match(/actions\/([^?]+)/)[1];
assert.equal((await ask('GET', `/v1/actions/${id}`)).parameters.properties.items.type, 'string');

await page.getByRole('tab', { name: 'Try it' }).click();
await page.getByLabel(/items/).first().fill('two pizzas');
await page.getByRole('button', { name: 'Run it now' }).click();
await page.getByText('What was sent').waitFor();
await page.getByText('What came back').waitFor();
await page.getByText('two pizzas').first().waitFor();
kitchen.close();
await close();
