import { Page } from '../ui/Page';

export function ProspectPage() {
  return <Page title="ProspectPage">…</Page>;
}
