import { useQuery } from '@tanstack/react-query';
import { api, asked, askedPage } from '../api/client';
import { everyPage } from '../api/everyPage';

/** Every voice of the server. */
export function useVoices() {
  return useQuery({ queryKey: ['voices'], queryFn: () => asked(api.GET('/v1/voice-models')), staleTime: 300_000 });
}

/** Which agents speak with which voice, by the voice's id. */
export function useSpeakers() {
  return useQuery({
    queryKey: ['agents', 'speakers'],
    queryFn: async () => {
      const agents = await everyPage(cursor => askedPage(api.GET('/v1/ai-agents', {
        params: { query: { limit: 100, fields: 'name,voice', sort_by: 'name', ...(cursor && { cursor }) } },
      })));
      const byVoice = new Map<string, typeof agents>();
      for (const agent of agents) {
        const id = agent.voice?.modelId ?? '';
        byVoice.set(id, [...(byVoice.get(id) ?? []), agent]);
      }
      return byVoice;
    },
  });
}
