import { Page } from '../ui/Page';

export function HivePage() {
  return <Page title="HivePage">…</Page>;
}
