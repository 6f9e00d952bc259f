import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api, asked, askedPage, type Schema } from '../api/client';
import { useChange } from '../api/change';
import { usePages } from '../api/pages';
import { useRunText } from './runMessages';

const LOOK_AGAIN_MILLIS = 4_000;

export type DeliveryState = Schema<'Delivery'>['status'];
export const deliveryStates = ['pending', 'delivered', 'failed', 'disabled'] as const satisfies DeliveryState[];
export const deliveryTones = { pending: 'info', delivered: 'good', failed: 'bad', disabled: 'warn' } as const;

const path = (deliveryId: string) => ({ path: { delivery_id: deliveryId } });

/** What was told to the address of an action, newest first; looks again while something is on its way. */
export function useDeliveries(actionId: string, status: string | undefined) {
  const query = usePages(['deliveries', actionId, status], cursor => askedPage(api.GET('/v1/actions/{action_id}/deliveries', {
    params: { path: { action_id: actionId }, query: { limit: 25, ...(cursor && { cursor }), ...(status && { status }) } },
  })));
  const isAnyPending = query.items?.some(delivery => delivery.status === 'pending') ?? false;
  const { refetch } = query;
  useEffect(() => {
    if (!isAnyPending) {
      return;
    }
    const timer = setInterval(() => void refetch(), LOOK_AGAIN_MILLIS);
    return () => clearInterval(timer);
  }, [isAnyPending, refetch]);
  return query;
}

/** One delivery with its event and its tries. */
export function useDelivery(deliveryId: string | undefined) {
  return useQuery({
    queryKey: ['deliveries', 'one', deliveryId],
    queryFn: () => asked(api.GET('/v1/deliveries/{delivery_id}', { params: path(deliveryId ?? '') })),
    enabled: deliveryId !== undefined,
    refetchInterval: ({ state }) => (state.data?.status === 'pending' ? LOOK_AGAIN_MILLIS : false),
  });
}

export function useRedeliver() {
  const text = useRunText();
  return useChange((deliveryId: string) => asked(api.POST('/v1/deliveries/{delivery_id}/redeliver', { params: path(deliveryId) })), {
    touches: [['deliveries']],
    done: text('againDone'),
  });
}

/** What an action's events are signed with; asked for when somebody wants to see it, and not kept. */
export function useSigningSecret(actionId: string, isShown: boolean) {
  return useQuery({
    queryKey: ['signing-secret', actionId],
    queryFn: () => asked(api.GET('/v1/actions/{action_id}/signing-secret', { params: { path: { action_id: actionId } } })),
    enabled: isShown,
    gcTime: 0,
  });
}

export function useRotateSecret(actionId: string) {
  const text = useRunText();
  return useChange(() => asked(api.POST('/v1/actions/{action_id}/signing-secret', { params: { path: { action_id: actionId } } })), {
    touches: [['signing-secret', actionId]],
    done: text('rotated'),
  });
}
