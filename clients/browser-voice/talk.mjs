// Presses Talk on the page of a server, lets the microphone's file be heard, and prints what happened as JSON.
// Settings: PARLEY_URL, CHROMIUM, MICROPHONE (a WAV file that Chromium repeats for ever), SECONDS, SHOT (optional PNG).
import { chromium } from 'playwright-core';

const { PARLEY_URL, CHROMIUM, MICROPHONE, SECONDS, SHOT } = process.env;
const problems = [];
const browser = await chromium.launch({
  executablePath: CHROMIUM,
  headless: true,
  args: [
    '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync', '--autoplay-policy=no-user-gesture-required',
    '--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream', `--use-file-for-fake-audio-capture=${MICROPHONE}`,
  ],
});
try {
  const page = await browser.newPage();
  page.on('pageerror', error => problems.push(String(error)));
  page.on('console', message => message.type() === 'error' && problems.push(message.text()));
  const others = [];
  page.on('request', request => new URL(request.url()).origin !== new URL(PARLEY_URL).origin && others.push(request.url()));
  let aborts = 0;
  let sounds = 0;
  page.on('websocket', socket => socket.on('framereceived', ({ payload }) => {
    if (typeof payload === 'string') {
      aborts += payload.includes('"ABORT_AUDIO"') ? 1 : 0;
    } else {
      sounds++;
    }
  }));
  await page.goto(PARLEY_URL);
  await page.click('#talk:enabled');
  const states = new Set();
  let loudest = 0;
  let own = 0;
  const until = Date.now() + 1000 * Number(SECONDS);
  while (Date.now() < until) {
    const seen = await page.evaluate(() => ({
      agent: Number(document.getElementById('orb').dataset.agent ?? 0),
      own: document.getElementById('level').value,
      state: document.body.dataset.state,
    }));
    loudest = Math.max(loudest, seen.agent);
    own = Math.max(own, seen.own);
    states.add(seen.state);
    await page.waitForTimeout(40);
  }
  if (SHOT) {
    await page.screenshot({ path: SHOT });
  }
  await page.click('#end');
  await page.waitForSelector('[data-state=ended]');
  const lines = await page.$$eval('#transcript li', items => items.map(item => ({ who: item.className, text: item.lastChild.textContent })));
  const status = await page.textContent('#status');
  console.log(JSON.stringify({ loudest, own, states: [...states], aborts, sounds, lines, status, others, problems }));
} finally {
  await browser.close();
}
