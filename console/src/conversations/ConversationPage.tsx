import { Page } from '../ui/Page';

export function ConversationPage() {
  return <Page title="ConversationPage">…</Page>;
}
