// The first load: what it weighs on the wire, and how long it takes on a processor four times as slow.
import assert from 'node:assert/strict';
import { base, member, open, settle } from './browser.mjs';

const MOST_BYTES = 250 * 1024;
const MOST_MILLIS = 6_000;

const signedIn = await member('READ_ONLY');
const state = await signedIn.context.storageState();
await signedIn.close();

const { browser, close } = await open();
const context = await browser.newContext({ storageState: state });
const page = await context.newPage();
const devtools = await context.newCDPSession(page);
await devtools.send('Network.enable');
await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
let bytes = 0;
const files = new Map();
devtools.on('Network.responseReceived', ({ requestId, response }) => files.set(requestId, response.url));
devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
  if (/\/console\//.test(files.get(requestId) ?? '')) {
    bytes += encodedDataLength;
  }
});
const begun = Date.now();
await page.goto(`${base}/console/`);
await page.getByRole('heading', { level: 1 }).waitFor();
const millis = Date.now() - begun;
await settle(page);
console.log(JSON.stringify({ bytes, millis }));
assert.ok(bytes > 10_000 && bytes <= MOST_BYTES, `the first load weighs ${bytes} bytes`);
assert.ok(millis <= MOST_MILLIS, `the first page takes ${millis} ms to be there`);
await close();
