import { queryOptions } from '@tanstack/react-query';
import { api, askedPage, type Page, type Schema } from '../api/client';
import { usePages } from '../api/pages';
import { askedVersioned } from '../api/versioned';

export type Conversation = Schema<'ConversationOutput'>;

/** What a list of conversations is narrowed to; every value as it is in the address. */
export interface Filter {
  q?: string;
  agent?: string;
  prospect?: string;
  outcome?: string;
  sentiment?: string;
  channel?: string;
  from?: string;
  to?: string;
  live?: string;
}

export const FILTERS = ['q', 'agent', 'prospect', 'outcome', 'sentiment', 'channel', 'from', 'to', 'live'] as const;

const FIELDS = 'id,aiAgentId,prospectId,sourceType,timestampStart,timestampEnd,transcriptSummary,conversationAnalytics,status';

/** A page of the conversations that fit; the newest first. */
export function askConversations(filter: Filter, cursor: string | undefined, more: { limit: number; fields?: string }): Promise<Page<Conversation>> {
  const { q, agent, prospect, outcome, sentiment, channel, from, to, live } = filter;
  const query = {
    ...more,
    ...(cursor && { cursor }),
    ...(q && { search_by: 'transcriptText', search_value: q }),
    ...(agent && { agent_id: agent }),
    ...(prospect && { prospect_id: prospect }),
    ...(outcome && { prospect_status: outcome as Schema<'ProspectStatus'> }),
    ...(sentiment && { sentiment: sentiment as Schema<'CallSentiment'> }),
    ...(channel && { source_type: channel as Schema<'ConversationSourceType'> }),
    ...(from && { started_after: utc(from, 0) }),
    ...(to && { started_before: utc(to, 1) }),
    ...(live === 'true' && { live: true }),
  };
  return askedPage(api.GET('/v1/conversations', { params: { query } }));
}

export function useConversations(filter: Filter) {
  return usePages(['conversations', 'list', filter], cursor => askConversations(filter, cursor, { limit: 50, fields: FIELDS }));
}

export const conversation = (conversationId: string) => queryOptions({
  queryKey: ['conversations', 'one', conversationId],
  queryFn: () => askedVersioned(api.GET('/v1/conversations/{conversation_id}', { params: { path: { conversation_id: conversationId } } })),
  // a conversation that goes on grows
  refetchInterval: query => (query.state.data && !query.state.data.item.timestampEnd ? 2_000 : false),
});

/** The beginning of that day where the reader is, some days later, in UTC. */
function utc(day: string, later: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date + later).toISOString().slice(0, 19);
}
