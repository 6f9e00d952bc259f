// No page has a serious finding of axe, light or dark, wide or narrow; and none is wider than a small telephone.
import assert from 'node:assert/strict';
import { base, inaccessible, member, settle } from './browser.mjs';
import { pages } from './pages.mjs';

const found = [];
for (const look of [{ width: 1280 }, { width: 360, height: 740, dark: true }]) {
  const { page, close } = await member('ADMIN', look);
  for (const [name, path] of Object.entries(await pages())) {
    await page.goto(`${base}/console${path}`);
    await settle(page);
    found.push(...(await inaccessible(page)).map(wrong => `${name} at ${look.width}: ${wrong}`));
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    if (width > look.width) {
      found.push(`${name} at ${look.width} is ${width} wide`);
    }
  }
  await close();
}
assert.deepEqual(found, []);
