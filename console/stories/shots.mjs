// Pictures of every page, with a month of conversations on them, into docs/screens.
import { mkdir } from 'node:fs/promises';
import { ask, askUntil, base, member, settle } from './browser.mjs';
import { pages } from './pages.mjs';

const FOLDER = new URL('../../docs/screens/', import.meta.url).pathname;
const DAYS = 30;

/** The same every time: pictures change when the console does. */
let seed = 7;
const random = () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647;
const one = of => of[Math.floor(random() * of.length)];

const NAMES = ['Ana Lopez', 'Ben Carter', 'Chloe Martin', 'Dev Patel', 'Elena Rossi', 'Farid Haddad', 'Grace Kim', 'Hugo Weber', 'Isla Brown', 'Jonas Berg'];
const STORIES = [
  ['PRODUCT_ORDER_PLACED', 'positive', 'Ordered two Ember Chicken Wings and a Four Olive Pizza for pickup.', ['Have the order ready by seven']],
  ['SCHEDULED_APPOINTMENT_FOR_SERVICE', 'positive', 'Booked a table for four on Saturday at eight.', ['Keep a table by the window']],
  ['GENERAL_ENQUIRY', 'neutral', 'Asked when the kitchen closes on Sundays and whether there is parking.', []],
  ['GENERAL_ENQUIRY', 'negative', 'Waited forty minutes longer than promised and wants somebody to call back.', ['Call back about the late delivery']],
  ['NOT_INTERESTED', 'neutral', 'Reached the wrong number.', []],
];

const [agent] = await ask('GET', '/v1/ai-agents');
for (let day = DAYS; day >= 0; day--) {
  for (let n = 0; n < 2 + Math.floor(random() * 5); n++) {
    const start = new Date(Date.now() - day * 86_400_000 - random() * 30_000_000);
    const [outcome, sentiment, summary, items] = one(STORIES);
    const name = one(NAMES);
    const at = seconds => new Date(start.getTime() + 1_000 * seconds).toISOString().slice(0, 19);
    const say = (speaker, message, seconds) => ({ speaker, message, timestamp: at(seconds), message_id: message });
    const p50 = 420 + Math.floor(random() * 200);
    await ask('POST', '/v1/conversations', {
      source: 'telephone', sourceType: one(['TWILIO', 'TWILIO', 'BROWSER']), agentId: agent.id, timestampStart: at(0), timestampEnd: at(60 + Math.floor(random() * 200)),
      transcriptText: [say('AI', 'Hello, thank you for calling Olive and Ember. This is Sophia. What can I do for you?', 0), say('USER', `Hi, this is ${name}.`, 5), say('AI', summary, 9)],
      transcriptSummary: summary,
      conversationAnalytics: {
        summary, action_items: items, is_audio_consent_given: true, email_address_of_caller: null, name_of_caller: name,
        phone_number_of_caller: `+1 415 555 ${String(2_000 + NAMES.indexOf(name) * 37)}`, address_of_caller: null, sentiment_of_caller: sentiment, prospectStatus: outcome,
      },
      conversationStats: { total_dialog: 3, agent_dialog_ratio: 0.67, user_dialog_ratio: 0.33, latency: { response: { count: 3, p50, p95: p50 * 2, max: p50 * 2 }, interruptions: 1, false_alarms: 0 } },
    });
  }
}

// one that was really spoken, so that there is something to see of its sound
const { page, context, close } = await member('ADMIN', { width: 1280, height: 900 });
await page.goto(`${base}/console/agents/${agent.id}`);
await page.getByRole('button', { name: 'Talk', exact: true }).click();
await page.locator('.stages').nth(1).waitFor({ timeout: 30_000 });
await page.waitForTimeout(1_500);
await mkdir(FOLDER, { recursive: true });
await page.screenshot({ path: `${FOLDER}talk.png` });
await page.getByRole('button', { name: 'Hang up' }).click();
const [spoken] = await askUntil('/v1/conversations?limit=1', ([newest]) => newest?.transcriptRecordingUrl && newest?.conversationAnalytics);
await ask('POST', `/v1/conversations/${spoken.id}/feedback`, { comment: 'Answered at once, and waited while the caller was thinking.', rating: 5 });

const state = await context.storageState();
for (const [look, width, colorScheme] of [['', 1280, 'light'], ['-dark', 1280, 'dark'], ['-narrow', 360, 'light'], ['-narrow-dark', 360, 'dark']]) {
  const looking = await context.browser().newContext({ storageState: state, viewport: { width, height: 860 }, colorScheme, locale: 'en-US' });
  const seen = await looking.newPage();
  for (const [name, path] of Object.entries({ ...(await pages()), conversation: `/conversations/${spoken.id}` })) {
    await seen.setViewportSize({ width, height: 860 });
    await seen.goto(`${base}/console${path}`);
    await settle(seen);
    // the window grows with the page: what is drawn to fit is drawn for it
    const height = await seen.evaluate(() => Math.min(2_400, document.documentElement.scrollHeight));
    await seen.setViewportSize({ width, height });
    await settle(seen);
    await seen.waitForTimeout(150);
    await seen.screenshot({ path: `${FOLDER}${name}${look}.png` });
  }
  const signedOut = await context.browser().newContext({ viewport: { width, height: 860 }, colorScheme, locale: 'en-US' });
  const door = await signedOut.newPage();
  await door.goto(`${base}/console/`);
  await door.getByRole('heading', { name: 'Sign in' }).waitFor();
  await door.screenshot({ path: `${FOLDER}sign-in${look}.png` });
  await signedOut.close();
  await looking.close();
}
await close();
console.log(`The pictures are in ${FOLDER}`);
