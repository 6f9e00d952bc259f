// One tag on a page of another origin: the agent in a corner, in the organization's colours, with nothing but a call key.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { chromium } from 'playwright-core';
import { ask, base } from './browser.mjs';

const { CHROMIUM, EMBEDDING_PORT } = process.env;
const { secretKey } = await ask('GET', '/v1/api-keys/call-key');
const [agent] = await ask('GET', '/v1/ai-agents?search_by=name&search_value=Sophia');
await ask('PUT', '/v1/organizations/branding', { name: 'Olive and Ember', brandColor: '#7a2e1d', buttonColor: '#7a2e1d', textColor: '#ffffff' });

const tag = (more = '') => `<!doctype html><title>Shop</title><h1>Shop</h1><script src="${base}/widget.js" data-key="${secretKey}" data-agent="${agent.id}" ${more}></script>`;
const shop = createServer((request, answer) => {
  answer.setHeader('Content-Type', 'text/html');
  answer.end(request.url === '/inline' ? tag('data-place="inline" data-mode="chat"') : tag());
});
await new Promise(done => shop.listen(Number(EMBEDDING_PORT), '127.0.0.1', done));
const stranger = createServer((_, answer) => answer.setHeader('Content-Type', 'text/html').end(tag('data-place="inline"')));
await new Promise(done => stranger.listen(0, '127.0.0.1', done));

const browser = await chromium.launch({ executablePath: CHROMIUM, headless: true, args: ['--no-sandbox', '--disable-gpu'] });
const page = await browser.newPage();
page.setDefaultTimeout(20_000);
const problems = [];
page.on('pageerror', error => problems.push(String(error)));

await page.goto(`http://127.0.0.1:${EMBEDDING_PORT}/`);
const button = page.getByRole('button', { name: 'Talk to us' });
await button.click();
const frame = page.frameLocator('iframe');
await frame.getByRole('heading', { name: 'Olive and Ember' }).waitFor();
assert.equal(await button.evaluate(one => getComputedStyle(one).backgroundColor), 'rgb(122, 46, 29)');
await frame.getByRole('button', { name: 'Type', exact: true }).click();
await frame.getByText('thank you for calling').waitFor();
await frame.getByPlaceholder('Say something').fill('Are you open on Monday?');
await frame.getByPlaceholder('Say something').press('Enter');
await frame.getByText(/closed on Mondays/i).waitFor();

// chat only, where the tag is
await page.goto(`http://127.0.0.1:${EMBEDDING_PORT}/inline`);
await frame.getByRole('button', { name: 'Type', exact: true }).waitFor();
assert.equal(await frame.getByRole('button', { name: 'Talk', exact: true }).count(), 0);
assert.deepEqual(problems, []);

// a site nobody has allowed shows nothing (X2)
await page.goto(`http://127.0.0.1:${stranger.address().port}/`);
await page.waitForTimeout(1_500);
assert.equal(await frame.getByRole('heading').count(), 0);

// the key that is in the page opens nothing else (K7)
for (const path of ['/v1/ai-agents', '/v1/conversations', '/v1/organizations']) {
  const answer = await fetch(base + path, { headers: { Authorization: `Bearer ${secretKey}` } });
  assert.equal(answer.status, 403, path);
}
await browser.close();
shop.close();
stranger.close();
