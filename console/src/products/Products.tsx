import { Page } from '../ui/Page';

export function Products() {
  return <Page title="Products">…</Page>;
}
