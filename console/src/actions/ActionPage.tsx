import { Page } from '../ui/Page';

export function ActionPage() {
  return <Page title="ActionPage">…</Page>;
}
