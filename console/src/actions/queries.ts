import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, asked, askedPage, type Schema } from '../api/client';
import { useChange } from '../api/change';
import { usePages } from '../api/pages';
import { askedVersioned, ifMatch } from '../api/versioned';
import { useAgentNames } from '../api/agentNames';
import { useLanguage } from '../messages/language';
import { useActionsText } from './messages';

const actionKey = (actionId: string) => ['actions', 'one', actionId];
const path = (actionId: string) => ({ path: { action_id: actionId } });

export function useActions(name: string) {
  return usePages(['actions', 'list', name], cursor => askedPage(api.GET('/v1/actions', {
    params: { query: { limit: 50, ...(cursor ? { cursor } : { count: true }), ...(name && { search_by: 'name', search_value: name }) } },
  })));
}

export function useAction(actionId: string) {
  return useQuery({ queryKey: actionKey(actionId), queryFn: () => askedVersioned(api.GET('/v1/actions/{action_id}', { params: path(actionId) })) });
}

/** Actions to begin with, in the reader's language. */
export function useActionTemplates(isAsked: boolean) {
  const { language } = useLanguage();
  return useQuery({
    queryKey: ['action-templates', language],
    queryFn: () => asked(api.GET('/v1/ui/action-templates', { params: { query: { language } } })),
    enabled: isAsked,
    staleTime: Infinity,
  });
}

export function useCreateAction(onDone: (action: Schema<'ActionOutput'>) => void) {
  const text = useActionsText();
  return useChange((body: Schema<'ActionInput'>) => asked(api.POST('/v1/actions', { body })), { touches: [['actions', 'list']], done: text('created'), onDone });
}

export function useSaveAction(actionId: string) {
  const text = useActionsText();
  return useChange(
    ({ body, etag }: { body: Schema<'ActionInput'>; etag: string | null }) =>
      askedVersioned(api.PUT('/v1/actions/{action_id}', { params: { ...path(actionId), header: ifMatch(etag) }, body })),
    { touches: [['actions', 'list'], actionKey(actionId)], done: text('saved') },
  );
}

export function useDeleteAction(onDone?: () => void) {
  const text = useActionsText();
  const queries = useQueryClient();
  return useChange((actionId: string) => asked(api.DELETE('/v1/actions/{action_id}', { params: path(actionId) })), {
    touches: [['actions', 'list'], ['agents']],
    done: text('deleted'),
    onDone: (_, actionId) => {
      onDone?.();
      queries.removeQueries({ queryKey: actionKey(actionId) });
    },
  });
}

/** The agents that use an action. The server tells only which actions an agent uses, so each agent is asked for. */
export function useActionAgents(actionId: string) {
  const { data: agents } = useAgentNames();
  return useQuery({
    queryKey: ['actions', 'agents', actionId, agents?.map(({ id }) => id)],
    queryFn: async () => {
      const uses = await Promise.all((agents ?? []).map(async ({ id }) => {
        const actions = await asked(api.GET('/v1/ai-agents/{agent_id}/actions', { params: { path: { agent_id: id } } }));
        return actions.some(action => action.id === actionId);
      }));
      return (agents ?? []).filter((_, index) => uses[index]);
    },
    enabled: agents !== undefined,
  });
}

/** Lets an agent use an action, or no longer. */
export function useLinkAgent(actionId: string, to: 'linked' | 'unlinked') {
  const text = useActionsText();
  const link = '/v1/actions/{action_id}/ai-agents/{agent_id}/link';
  return useChange((agentId: string) => {
    const params = { path: { action_id: actionId, agent_id: agentId } };
    return asked(to === 'linked' ? api.POST(link, { params }) : api.DELETE(link, { params }));
  }, { touches: [['actions', 'agents', actionId], ['agents']], done: text(to) });
}
