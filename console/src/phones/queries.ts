import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, asked, askedPage } from '../api/client';

/** The organization's numbers. */
export function usePhones() {
  return useQuery({ queryKey: ['phones'], queryFn: () => asked(api.GET('/v1/telephony/phones')) });
}

/** The countries the carrier sells numbers in; fails where the server has no carrier. */
export function useCarrierCountries() {
  return useQuery({ queryKey: ['carrier', 'countries'], queryFn: () => asked(api.GET('/v1/telephony/countries')), staleTime: 300_000, retry: false });
}

/** Numbers of a country that can be bought. */
export function useOffers(country: string | undefined) {
  return useQuery({
    queryKey: ['carrier', 'offers', country],
    enabled: country !== undefined,
    queryFn: () => asked(api.GET('/v1/telephony/countries/{country_code}/available-phones', { params: { path: { country_code: country ?? '' } } })),
  });
}

/** Some prospects by a piece of their name, to call one. */
export function useProspects(name: string) {
  return useQuery({
    queryKey: ['prospects', 'to-call', name],
    placeholderData: keepPreviousData,
    queryFn: async () => (await askedPage(api.GET('/v1/prospects', {
      params: { query: { limit: 20, fields: 'name,phoneNumber', ...(name && { search_by: 'name', search_value: name }) } },
    }))).items.filter(({ phoneNumber }) => phoneNumber),
  });
}
