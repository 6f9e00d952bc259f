import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, asked, askedPage } from '../api/client';
import { Button } from '../ui/Button';
import { useText } from './messages';
import { Stage } from './Stage';

/** How the server finds what hives know. */
export function MeaningStage() {
  const text = useText();
  const hives = useQuery({
    queryKey: ['hives', 'any'],
    queryFn: async () => (await askedPage(api.GET('/v1/hives', { params: { query: { limit: 1, fields: 'content' } } }))).items,
  });
  const hive = hives.data?.[0];
  const search = useMutation({
    mutationFn: async () => {
      const began = performance.now();
      const { passages, embedded } = await asked(api.GET('/v1/hives/{hive_id}/search', {
        params: { path: { hive_id: hive?.id ?? '' }, query: { q: text('meaningQuestion'), limit: 1 } },
      }));
      return { passages, embedded, millis: Math.round(performance.now() - began) };
    },
  });
  return (
    <Stage title={text('meaning')} state={text('meaningMore')} isGood={search.data ? search.data.embedded > 0 : null} settings={['PARLEY_EMBEDDINGS_URL', 'PARLEY_EMBEDDINGS_MODEL']}>
      {hive
        ? <Button isPending={search.isPending} onPress={() => search.mutate()}>{text('tryIt')}</Button>
        : <Link className="button" to="/hives">{text('makeHive')}</Link>}
      <p className="small" role="status">
        {search.data && text('meaningFound', { ...search.data })}
        {search.error && <span className="wrong">{search.error.message}</span>}
      </p>
    </Stage>
  );
}
