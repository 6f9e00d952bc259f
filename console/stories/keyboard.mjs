// The main path with the keyboard alone: sign in, find an agent, talk to it, read the conversation, come back.
import assert from 'node:assert/strict';
import { member } from './browser.mjs';

const MOST_STEPS = 80;
const { page, close } = await member('ADMIN');

/** What has the focus, as somebody who does not see it hears it; and whether somebody who sees it can tell. */
const focused = () => page.evaluate(() => {
  const element = document.activeElement;
  const named = element.getAttribute('aria-label') ?? element.getAttribute('placeholder') ?? element.innerText ?? '';
  const { outlineStyle, outlineWidth } = getComputedStyle(element);
  return { name: named.trim(), isSeen: outlineStyle !== 'none' && outlineWidth !== '0px', isPage: element === document.body };
});

/** Goes on with Tab until something of that name has the focus. */
async function reach(name) {
  for (let step = 0; step < MOST_STEPS; step++) {
    await page.keyboard.press('Tab');
    const now = await focused();
    if (name.test(now.name)) {
      assert.ok(now.isSeen, `nothing shows that ${now.name} has the focus`);
      return;
    }
  }
  assert.fail(`${name} is not reached by keyboard`);
}

await page.reload();
await page.locator('.shell').waitFor();
await page.keyboard.press('Tab');
assert.match((await focused()).name, /Skip to the page/);
await reach(/^Agents$/);
await page.keyboard.press('Enter');
await page.getByRole('heading', { level: 1, name: 'Agents' }).waitFor();
await page.getByRole('link', { name: 'Sophia' }).waitFor();
await reach(/^Sophia$/);
await page.keyboard.press('Enter');
await page.getByRole('heading', { level: 1, name: 'Sophia' }).waitFor();

// tabs by arrow, then over to Talk
await reach(/^About$/);
await page.keyboard.press('ArrowRight');
await page.getByRole('tab', { name: 'Mission', selected: true }).waitFor();
await reach(/^Type$/);
await page.keyboard.press('Enter');
await page.locator('.transcript').getByText('thank you for calling').waitFor();
await reach(/^Say something$/);
await page.keyboard.type('Do you have parking?');
await page.keyboard.press('Enter');
await page.getByText(/twelve places|parking behind/i).first().waitFor();
await page.keyboard.press('Shift+Tab');
await page.keyboard.press('Shift+Tab');
for (let step = 0; step < 5 && !/^Hang up$/.test((await focused()).name); step++) {
  await page.keyboard.press('Shift+Tab');
}
assert.match((await focused()).name, /^Hang up$/);
await page.keyboard.press('Enter');
await page.getByRole('link', { name: 'Open this conversation' }).waitFor();
await reach(/^Open this conversation$/);
await page.keyboard.press('Enter');
await page.getByRole('heading', { name: 'Transcript' }).waitFor();

// a dialog takes the focus, keeps it, and gives it back
await page.getByRole('button', { name: 'Delete conversation' }).focus();
await page.keyboard.press('Enter');
await page.getByRole('dialog').waitFor();
for (let step = 0; step < 6; step++) {
  await page.keyboard.press('Tab');
  assert.ok(await page.evaluate(() => Boolean(document.activeElement.closest('[role=dialog]'))), 'the focus leaves the dialog');
}
await page.keyboard.press('Escape');
await page.getByRole('dialog').waitFor({ state: 'detached' });
await page.waitForFunction(() => /Delete conversation/.test(document.activeElement.innerText));
await close();
