import { Page } from '../ui/Page';

export function Hives() {
  return <Page title="Hives">…</Page>;
}
