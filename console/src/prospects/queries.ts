import { queryOptions } from '@tanstack/react-query';
import { api, askedPage, type Schema } from '../api/client';
import { usePages } from '../api/pages';
import { askedVersioned } from '../api/versioned';

export type Prospect = Schema<'ProspectOutput'>;
export type ProspectInput = Schema<'ProspectInput'>;

/** What people are searched by. */
export type SearchBy = 'name' | 'email' | 'phoneNumber';

export function useProspects(search: string, by: SearchBy, status: string) {
  return usePages(['prospects', 'list', search, by, status], cursor => askedPage(api.GET('/v1/prospects', {
    params: { query: { limit: 50, ...(cursor && { cursor }), ...(search && { search_by: by, search_value: search }), ...(status && { status }) } },
  })));
}

export const prospect = (prospectId: string) => queryOptions({
  queryKey: ['prospects', 'one', prospectId],
  queryFn: () => askedVersioned(api.GET('/v1/prospects/{prospect_id}', { params: { path: { prospect_id: prospectId } } })),
});

/** What somebody is called by whoever knows least. */
export function prospectName({ name, email, phoneNumber, id }: Prospect): string {
  return name || email || phoneNumber || id || '';
}

export function inputOf({ name, email, phoneNumber, externalReference, status, prospectProps }: Prospect): ProspectInput {
  return { name: name ?? null, email: email ?? null, phoneNumber: phoneNumber ?? null, externalReference: externalReference ?? null, status: status as ProspectInput['status'], prospectProps: prospectProps ?? null };
}
