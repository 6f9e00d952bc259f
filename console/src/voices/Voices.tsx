import { Page } from '../ui/Page';

export function Voices() {
  return <Page title="Voices">…</Page>;
}
