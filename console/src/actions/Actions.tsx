import { Page } from '../ui/Page';

export function Actions() {
  return <Page title="Actions">…</Page>;
}
