import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useMay } from '../session/session';
import { Button } from '../ui/Button';
import { Choice } from '../ui/Choice';
import { Icon } from '../ui/Icon';
import { More } from '../ui/More';
import { Card, Empty, Page, Pending } from '../ui/Page';
import { SearchBox } from '../ui/SearchBox';
import { useProductsText } from './messages';
import { ProductTable } from './ProductTable';
import { useProducts, useTags } from './queries';
import '../ui/button.css';
import './products.css';

/** Stands for all tags; no tag begins with a blank. */
const ALL = ' ';

/** What agents sell: every product, found by name and tag. */
export function Products() {
  const text = useProductsText();
  const mayWrite = useMay('WRITE');
  const { name = '', tag } = useSearch({ from: '/products' });
  const navigate = useNavigate({ from: '/products' });
  const products = useProducts({ name, tag });
  const tags = useTags();
  const filter = useCallback((to: { name?: string; tag?: string | undefined }) => void navigate({
    search: before => Object.fromEntries(Object.entries({ ...before, ...to }).filter((entry): entry is [string, string] => Boolean(entry[1]))),
    replace: true,
  }), [navigate]);
  const search = useCallback((typed: string) => filter({ name: typed }), [filter]);
  const newLink = mayWrite && <Link className="button main" to="/products/$productId" params={{ productId: 'new' }}><Icon name="add" size={16} />{text('new')}</Link>;
  const isFiltered = name !== '' || tag !== undefined;
  const offered = [...new Set([...(tags.data ?? []), ...(tag === undefined ? [] : [tag])])];
  return (
    <Page title={text('title')} lead={text('lead')} actions={newLink}>
      {(isFiltered || (products.items && products.items.length > 0)) && (
        <div className="row product-filters">
          <div className="grow"><SearchBox label={text('search')} value={name} onSearch={search} /></div>
          {offered.length > 0 && (
            <Choice label={text('tag')} value={tag ?? ALL} onChange={key => filter({ tag: key === ALL ? undefined : key })}
              options={[{ key: ALL, label: text('allTags') }, ...offered.map(key => ({ key, label: key }))]} />
          )}
          {products.total !== null && <span className="faint numbers">{text('total', { count: products.total })}</span>}
        </div>
      )}
      {!products.items && <Pending of={products} />}
      {products.items?.length === 0 && (isFiltered
        ? <Empty icon="product" title={text('none')}><Button onPress={() => filter({ name: '', tag: undefined })}>{text('showAll')}</Button></Empty>
        : <Empty icon="product" title={text('emptyTitle')}><p>{text('empty')}</p>{newLink}</Empty>)}
      {products.items && products.items.length > 0 && (
        <Card><ProductTable products={products.items} onTag={chosen => filter({ tag: chosen })} /><More of={products} /></Card>
      )}
    </Page>
  );
}
