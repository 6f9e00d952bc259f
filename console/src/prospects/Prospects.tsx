import { Page } from '../ui/Page';

export function Prospects() {
  return <Page title="Prospects">…</Page>;
}
