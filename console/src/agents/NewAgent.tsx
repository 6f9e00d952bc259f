import { Page } from '../ui/Page';

export function NewAgent() {
  return <Page title="NewAgent">…</Page>;
}
