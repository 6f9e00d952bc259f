// A conversation that was spoken is found by its words, heard line by line, corrected and commented.
import assert from 'node:assert/strict';
import { ask, askUntil, base, member } from './browser.mjs';

const [spoken] = await askUntil('/v1/conversations?search_by=transcriptText&search_value=Saturday', found => found[0]?.transcriptRecordingUrl && found[0]?.conversationAnalytics);
const { page, close } = await member('ADMIN');
await page.goto(`${base}/console/conversations`);
await page.getByRole('searchbox').fill('Saturday');
await page.getByRole('row').nth(1).getByRole('link').waitFor();
await page.waitForURL(/q=Saturday/);
await page.goto(`${base}/console/conversations/${spoken.id}?q=Saturday`);
await page.locator('mark').first().waitFor();

// the waveform, and a line that is heard from its beginning
await page.getByRole('slider', { name: 'Position' }).waitFor();
const drawn = await page.locator('.waveform canvas').evaluate(canvas => canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data.some(value => value > 0));
assert.ok(drawn);
await page.getByRole('button', { name: /Hear it from here/ }).nth(1).click();
await page.waitForFunction(() => document.querySelector('audio').currentTime > 0.3);
await page.locator('.lines [aria-current]').waitFor();
await page.getByRole('slider', { name: 'Position' }).press('Home');
await page.waitForFunction(() => document.querySelector('audio').currentTime < 1);

// facts are corrected
await page.getByRole('button', { name: 'Correct' }).click();
await page.getByLabel('Name', { exact: true }).fill('Maria Corrected');
await page.getByRole('button', { name: 'Save' }).click();
await page.getByRole('heading', { level: 1, name: 'Maria Corrected' }).waitFor();
assert.equal((await ask('GET', `/v1/conversations/${spoken.id}`)).conversationAnalytics.name_of_caller, 'Maria Corrected');

// a comment with stars
await page.getByLabel('Comment', { exact: true }).fill('Asked twice for the day.');
await page.getByRole('radio', { name: '2 stars' }).press('Space');
await page.getByRole('button', { name: 'Add comment' }).click();
await page.getByText('Asked twice for the day.').first().waitFor();
const [comment] = await askUntil(`/v1/conversations/${spoken.id}/feedback`, comments => comments.length === 1);
assert.equal(comment.rating, 2);

// the next one by keyboard
await page.goto(`${base}/console/conversations`);
await page.getByRole('row').nth(1).getByRole('link').click();
await page.getByRole('heading', { name: 'Transcript' }).waitFor();
const first = page.url();
await page.waitForTimeout(300);
await page.keyboard.press('j');
await page.waitForURL(url => url.href !== first);
await close();
