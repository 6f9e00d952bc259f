import { useQuery } from '@tanstack/react-query';
import { api, askedPage } from '../api/client';
import { instant } from '../messages/format';
import { usePhones } from '../phones/queries';
import { useOrganization } from '../settings/queries';
import { useRecentCalls } from './queries';

/** The sample is made in the same breath as the organization; what came later somebody made. */
const SAMPLE_MILLIS = 60_000;

/** Which of the first steps are done; null until that is known. */
export function useSteps() {
  const organization = useOrganization();
  const calls = useRecentCalls();
  const agents = useQuery({
    queryKey: ['agents', 'first-steps'],
    queryFn: async () => (await askedPage(api.GET('/v1/ai-agents', { params: { query: { limit: 100, fields: 'createdAt' } } }))).items,
  });
  const hives = useQuery({
    queryKey: ['hives', 'first-steps'],
    queryFn: async () => (await askedPage(api.GET('/v1/hives', { params: { query: { limit: 100, fields: 'createdAt' } } }))).items,
  });
  const phones = usePhones();
  if (!organization.data || !calls.data || !agents.data || !hives.data || !phones.data) {
    return null;
  }
  const begun = instant(organization.data.item.createdAt ?? '').getTime();
  const isOwn = ({ createdAt }: { createdAt?: string }) => createdAt !== undefined && instant(createdAt).getTime() > begun + SAMPLE_MILLIS;
  const done = {
    hasTalked: calls.data.items.length > 0,
    hasAgent: agents.data.some(isOwn),
    hasHive: hives.data.some(isOwn),
    hasNumber: phones.data.length > 0,
  };
  return { ...done, isDone: Object.values(done).every(Boolean), firstAgent: agents.data.at(-1)?.id };
}
