import { useQuery } from '@tanstack/react-query';
import { api, asked, askedPage } from '../api/client';
import { everyPage } from '../api/everyPage';
import { askedVersioned } from '../api/versioned';

/** The organization's record, with its version. */
export function useOrganization() {
  return useQuery({ queryKey: ['organization'], queryFn: () => askedVersioned(api.GET('/v1/organizations')), staleTime: 60_000 });
}

/** Everybody who belongs to the organization. */
export function useMembers() {
  return useQuery({
    queryKey: ['members'],
    queryFn: () => everyPage(cursor => askedPage(api.GET('/v1/users', {
      params: { query: { limit: 100, showResellerOwner: true, sort_by: 'createdAt', ...(cursor && { cursor }) } },
    }))),
  });
}

/** The invitations nobody has accepted yet. */
export function useInvites() {
  return useQuery({
    queryKey: ['invites'],
    queryFn: () => everyPage(cursor => askedPage(api.GET('/v1/invites', { params: { query: { limit: 100, ...(cursor && { cursor }) } } }))),
  });
}

export function useKeys() {
  return useQuery({ queryKey: ['keys'], queryFn: () => asked(api.GET('/v1/api-keys')) });
}

/** What the server itself can do with sound, as the talk page is told it. */
export function useSound() {
  return useQuery({
    queryKey: ['sound'],
    staleTime: 60_000,
    queryFn: async () => {
      const response = await fetch('/page/welcome');
      const told: unknown = response.ok ? await response.json() : {};
      const says = (name: string) => typeof told === 'object' && told !== null && name in told && (told as Record<string, unknown>)[name] === true;
      return { hears: says('hears'), speaks: says('speaks') };
    },
  });
}
