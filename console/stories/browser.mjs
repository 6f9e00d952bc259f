// A browser that notices what must never happen: requests to other hosts, violations of the page's policy, errors.
// Settings: PARLEY_URL, PARLEY_KEY (of the owner), CHROMIUM, MICROPHONE (a WAV file that is heard for ever, optional).
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';

const { PARLEY_URL, PARLEY_KEY, CHROMIUM, MICROPHONE } = process.env;
const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

export const base = PARLEY_URL.replace(/\/$/, '');

/** Asks the API as the owner of the organization. */
export async function ask(method, path, body) {
  const answer = await fetch(base + path, {
    method,
    headers: { Authorization: `Bearer ${PARLEY_KEY}`, 'Content-Type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  assert.ok(answer.ok, `${method} ${path}: ${answer.status} ${text}`);
  return text ? JSON.parse(text) : null;
}

/** Asks until `good` says that the answer is. */
export async function askUntil(path, good, seconds = 30) {
  for (const end = Date.now() + 1_000 * seconds; ;) {
    const answer = await ask('GET', path);
    if (good(answer)) {
      return answer;
    }
    assert.ok(Date.now() < end, `${path} stays ${JSON.stringify(answer).slice(0, 500)}`);
    await new Promise(done => setTimeout(done, 100));
  }
}

/** Somebody new who has signed in with that role. */
export async function member(role, options) {
  const email = `${role.toLowerCase().replace('_', '.')}.${Date.now()}@example.com`;
  const password = 'a long enough passphrase';
  const { guestInviteCode } = await ask('POST', '/v1/invites', { email, role });
  const accepted = await fetch(`${base}/v1/invites/accept`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${guestInviteCode}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ name: 'Robin Example', password }),
  });
  assert.equal(accepted.status, 200);
  const visit = await open(options);
  await visit.page.goto(`${base}/console/`);
  await visit.page.getByLabel('E-mail address').fill(email);
  await visit.page.getByLabel('Password').fill(password);
  await visit.page.getByRole('button', { name: 'Sign in' }).click();
  await visit.page.locator('.shell').waitFor();
  return { ...visit, email, password };
}

/**
 * A browser of its own with one page.
 *
 * @param expected what the page may complain of: a pattern for its console's text
 */
export async function open({ width = 1280, height = 860, dark = false, locale = 'en-US', expected = /status of 401/, throttle = 1 } = {}) {
  const browser = await chromium.launch({
    executablePath: CHROMIUM,
    headless: true,
    args: [
      '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync', '--autoplay-policy=no-user-gesture-required',
      '--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream',
      ...(MICROPHONE ? [`--use-file-for-fake-audio-capture=${MICROPHONE}`] : []),
    ],
  });
  const context = await browser.newContext({ viewport: { width, height }, colorScheme: dark ? 'dark' : 'light', locale, acceptDownloads: true });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  const problems = [];
  page.on('pageerror', error => problems.push(`error: ${error}`));
  page.on('console', message => message.type() === 'error' && !expected.test(message.text()) && problems.push(`console: ${message.text()}`));
  page.on('request', request => {
    const { origin, protocol } = new URL(request.url());
    if (protocol.startsWith('http') && origin !== new URL(base).origin) {
      problems.push(`request to ${request.url()}`);
    }
  });
  if (throttle > 1) {
    const devtools = await context.newCDPSession(page);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: throttle });
  }
  const close = async () => {
    await browser.close();
    assert.deepEqual(problems, []);
  };
  return { browser, context, page, problems, close };
}

/** What is seriously wrong with the page for people who do not see, hear or point; nothing when nothing is. */
export async function inaccessible(page) {
  // The library is a script of ours for the test; the page's own policy lets no other in, so it is run from outside.
  await page.evaluate(await source());
  return page.evaluate(async () => {
    const { violations } = await window.axe.run(document, { resultTypes: ['violations'] });
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(node => node.html.slice(0, 160)).join(' | ')}`);
  });
}

let text;

async function source() {
  const { readFile } = await import('node:fs/promises');
  text ??= await readFile(axe, 'utf8');
  return text;
}

/** Until nothing is loading and nothing moves any more. */
export async function settle(page) {
  await page.waitForLoadState('networkidle');
  await page.locator('.loading').first().waitFor({ state: 'detached' }).catch(() => {});
}
