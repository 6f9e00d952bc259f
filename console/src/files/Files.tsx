import { Page } from '../ui/Page';

export function Files() {
  return <Page title="Files">…</Page>;
}
