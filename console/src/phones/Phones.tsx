import { Page } from '../ui/Page';

export function Phones() {
  return <Page title="Phones">…</Page>;
}
