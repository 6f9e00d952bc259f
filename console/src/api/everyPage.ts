import type { Page } from './client';

/** More is no list that anybody chooses from. */
const MOST_PAGES = 20;

/** All of a list that comes page by page. */
export async function everyPage<Item>(ask: (cursor: string | undefined) => Promise<Page<Item>>): Promise<Item[]> {
  const items: Item[] = [];
  let cursor: string | undefined;
  for (let count = 0; count < MOST_PAGES; count++) {
    const page = await ask(cursor);
    items.push(...page.items);
    if (!page.next) {
      break;
    }
    cursor = page.next;
  }
  return items;
}
