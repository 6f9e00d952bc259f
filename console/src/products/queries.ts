import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, asked, askedPage, type Schema } from '../api/client';
import { useChange } from '../api/change';
import { everyPage } from '../api/everyPage';
import { usePages } from '../api/pages';
import { askedVersioned, ifMatch } from '../api/versioned';
import { useProductsText } from './messages';

const productKey = (productId: string) => ['products', 'one', productId];
const path = (productId: string) => ({ path: { product_id: productId } });

/** Products with the agents that may talk about them, newest first. */
export function useProducts({ name, tag }: { name: string; tag: string | undefined }) {
  return usePages(['products', 'list', name, tag], cursor => askedPage(api.GET('/v1/ui/products', {
    params: {
      query: { limit: 50, ...(cursor ? { cursor } : { count: true }), ...(name && { search_by: 'name', search_value: name }), ...(tag !== undefined && { tags: [tag] }) },
    },
  })));
}

/** Every tag that a product has, by the alphabet. */
export function useTags() {
  return useQuery({
    queryKey: ['products', 'tags'],
    queryFn: async () => {
      const products = await everyPage(cursor => askedPage(api.GET('/v1/products', { params: { query: { limit: 100, fields: 'tags', ...(cursor && { cursor }) } } })));
      return [...new Set(products.flatMap(({ tags }) => tags ?? []))].sort((one, other) => one.localeCompare(other));
    },
  });
}

/** One product and the agents that may talk about it, which are no part of its record. */
export function useProduct(productId: string) {
  return useQuery({
    queryKey: productKey(productId),
    queryFn: async () => {
      const [product, agents] = await Promise.all([
        askedVersioned(api.GET('/v1/products/{product_id}', { params: path(productId) })),
        asked(api.GET('/v1/products/{product_id}/agents', { params: path(productId) })),
      ]);
      return { ...product, agentIds: agents.flatMap(({ id }) => id ?? []) };
    },
  });
}

export function useCreateProduct(onDone: (product: Schema<'ProductOutput'>) => void) {
  const text = useProductsText();
  return useChange((body: Schema<'ProductInput'>) => asked(api.POST('/v1/products', { body })), { touches: [['products', 'list'], ['products', 'tags']], done: text('created'), onDone });
}

export function useSaveProduct(productId: string) {
  const text = useProductsText();
  return useChange(
    ({ body, etag }: { body: Schema<'ProductInput'>; etag: string | null }) =>
      askedVersioned(api.PUT('/v1/products/{product_id}', { params: { ...path(productId), header: ifMatch(etag) }, body })),
    { touches: [['products']], done: text('saved') },
  );
}

export function useDeleteProduct(onDone?: () => void) {
  const text = useProductsText();
  const queries = useQueryClient();
  return useChange((productId: string) => asked(api.DELETE('/v1/products/{product_id}', { params: path(productId) })), {
    touches: [['products', 'list'], ['products', 'tags'], ['agents']],
    done: text('deleted'),
    onDone: (_, productId) => {
      onDone?.();
      queries.removeQueries({ queryKey: productKey(productId) });
    },
  });
}
