import { Page } from '../ui/Page';

export function ProductPage() {
  return <Page title="ProductPage">…</Page>;
}
