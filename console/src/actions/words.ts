import type { Schema } from '../api/client';
import { endpointOf } from './endpoint';
import { useActionsText } from './messages';

/** When an action can happen. */
export const triggers = ['user_query', 'webhook.conversation_start', 'webhook.conversation_end'] as const satisfies Schema<'ActionInvocationTrigger'>[];

/** Says in words when an action happens and where it goes. */
export function useActionWords() {
  const text = useActionsText();
  return {
    when: ({ invocationTrigger }: Pick<Schema<'ActionOutput'>, 'invocationTrigger'>) => text(triggers.find(known => known === invocationTrigger) ?? 'otherTrigger'),
    where: ({ endpoint }: Pick<Schema<'ActionOutput'>, 'endpoint'>) => {
      const goes = endpointOf(endpoint);
      switch (goes?.kind) {
        case 'http': return `${goes.method} ${goes.url.replace(/^https?:\/\//, '')}`;
        case 'telephone': return text('telephone', { function: text(goes.function) });
        case 'internal': return text('internal', { name: `${goes.module}.${goes.function}` });
        case 'workflow': return text('workflow', { id: goes.workflowId });
        default: return text('nowhere');
      }
    },
  };
}
