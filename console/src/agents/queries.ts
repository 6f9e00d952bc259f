import { queryOptions, useQuery } from '@tanstack/react-query';
import { api, asked, askedPage, type Schema } from '../api/client';
import { usePages } from '../api/pages';
import { askedVersioned } from '../api/versioned';

export type Agent = Schema<'AIAgentOutput'>;
export type AgentInput = Schema<'AIAgentInput'>;

const MANY = 100;

export function useAgents(search: string) {
  return usePages(['agents', search], cursor =>
    askedPage(api.GET('/v1/ai-agents', {
      params: { query: { limit: 48, ...(cursor && { cursor }), ...(search && { search_by: 'name', search_value: search }) } },
    })));
}

export const agent = (agentId: string) => queryOptions({
  queryKey: ['agents', 'one', agentId],
  queryFn: () => askedVersioned(api.GET('/v1/ai-agents/{agent_id}', { params: { path: { agent_id: agentId } } })),
});

/** Agents to choose from. */
export function useAgentChoices() {
  return useQuery({
    queryKey: ['agents', 'choices'],
    queryFn: () => asked(api.GET('/v1/ai-agents', { params: { query: { limit: MANY, fields: 'id,name,role' } } })),
  });
}

export const voices = queryOptions({
  queryKey: ['voices'],
  queryFn: () => asked(api.GET('/v1/voice-models')),
  staleTime: 300_000,
});

/** What a record can be made with again: without what the server decides. */
export function inputOf(agent: Agent): AgentInput {
  const { name = '', imageUrl = '', status, role = '', roleDescription = '', timezone = 'UTC', mission, voice, boostedKeywords, app, evaluationMetrics } = agent;
  return {
    name, imageUrl, status: (status ?? 'active') as AgentInput['status'], role, roleDescription, timezone,
    mission: mission ?? { greeting: '' },
    voice: voice ?? null,
    boostedKeywords: boostedKeywords ?? [],
    ...(app && { app }),
    evaluationMetrics: evaluationMetrics ?? null,
  };
}

export async function createAgent(body: AgentInput): Promise<Agent> {
  return asked(api.POST('/v1/ai-agents', { body }));
}
