import { askConversations, type Conversation, type Filter } from './queries';

const PAGE = 100;
const COLUMNS = ['id', 'started', 'ended', 'agent', 'channel', 'caller', 'phone', 'email', 'sentiment', 'outcome', 'summary', 'transcript'] as const;

/**
 * Every conversation that fits, page by page, as pieces of a file.
 *
 * @param onCount told how many are written
 */
export async function* pieces(filter: Filter, kind: 'csv' | 'json', signal: AbortSignal, onCount: (count: number) => void): AsyncGenerator<string> {
  let cursor: string | undefined;
  let count = 0;
  yield kind === 'csv' ? `${COLUMNS.join(',')}\r\n` : '[\n';
  do {
    signal.throwIfAborted();
    const page = await askConversations(filter, cursor, { limit: PAGE });
    for (const item of page.items) {
      yield kind === 'csv' ? `${row(item)}\r\n` : `${count > 0 ? ',\n' : ''}${JSON.stringify(item)}`;
      count++;
    }
    onCount(count);
    cursor = page.next ?? undefined;
  } while (cursor);
  yield kind === 'csv' ? '' : '\n]\n';
}

function row(item: Conversation): string {
  const facts = item.conversationAnalytics;
  const said = (item.transcriptText ?? []).map(line => `${line.speaker}: ${line.message}`).join('\n');
  return [
    item.id, item.timestampStart, item.timestampEnd, item.aiAgentId, item.sourceType, facts?.name_of_caller, facts?.phone_number_of_caller,
    facts?.email_address_of_caller, facts?.sentiment_of_caller, facts?.prospectStatus, facts?.summary ?? item.transcriptSummary, said,
  ].map(cell).join(',');
}

/** A cell that no spreadsheet takes for a formula. */
export function cell(value: string | null | undefined): string {
  const text = value ?? '';
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
