import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, asked, Refusal, type Schema } from '../api/client';

export type Session = Schema<'CurrentSession'>;
export type Permission = Session['permissions'][number];

/** Who is signed in; null for nobody. */
export const session = queryOptions({
  queryKey: ['session'],
  queryFn: async (): Promise<Session | null> => {
    try {
      return await asked(api.GET('/v1/sessions/current'));
    } catch (problem) {
      if (problem instanceof Refusal && problem.status === 401) {
        return null;
      }
      throw problem;
    }
  },
  staleTime: 60_000,
});

/** Whether whoever is signed in may do that; what one may not do is not offered. */
export function useMay(permission: Permission): boolean {
  const { data } = useQuery(session);
  return data?.permissions.includes(permission) ?? false;
}

/** Signs in with an address and a password. */
export function useSignIn() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ email, password }: { email: string; password: string }) =>
      asked(api.POST('/v1/sessions', { body: { email, password, asCookie: true } })),
    onSuccess: () => queries.resetQueries(),
  });
}

/** Signs out: in this browser, or everywhere. */
export function useSignOut(where: 'here' | 'everywhere') {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => asked(where === 'here' ? api.DELETE('/v1/sessions/current') : api.DELETE('/v1/sessions')),
    onSuccess: () => {
      // whoever looks at the session has to see this first; nothing else of it stays
      queries.setQueryData(session.queryKey, null);
      queries.removeQueries({ predicate: query => query.queryKey[0] !== session.queryKey[0] });
    },
  });
}

/** Uses the link a fresh server prints, when it is what opened the page. */
export async function redeemFirstLink(): Promise<string | null> {
  const token = /^#first=([\w.-]+)$/.exec(location.hash)?.[1];
  if (!token) {
    return null;
  }
  history.replaceState(null, '', location.pathname);
  try {
    await asked(api.POST('/v1/sessions/first', { body: { token, asCookie: true } }));
    return null;
  } catch (problem) {
    return problem instanceof Error ? problem.message : String(problem);
  }
}
