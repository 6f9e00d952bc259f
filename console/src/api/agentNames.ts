import { useQuery } from '@tanstack/react-query';
import { api, askedPage } from './client';
import { everyPage } from './everyPage';

/** Every agent by its name, to choose from. */
export function useAgentNames() {
  return useQuery({
    queryKey: ['agents', 'names'],
    queryFn: async () => {
      const agents = await everyPage(cursor => askedPage(api.GET('/v1/ai-agents', {
        params: { query: { limit: 100, fields: 'name', sort_by: 'name', ...(cursor && { cursor }) } },
      })));
      return agents.map(({ id = '', name = '' }) => ({ id, label: name }));
    },
  });
}
