import { Link } from '@tanstack/react-router';
import type { Schema } from '../api/client';
import { useMay } from '../session/session';
import { ConfirmButton } from '../ui/Dialog';
import { Icon } from '../ui/Icon';
import { Badge } from '../ui/Page';
import { useProductsText } from './messages';
import { usePrice } from './price';
import { ProductState } from './ProductState';
import { useDeleteProduct } from './queries';
import './products.css';

/** Products, one a row, with who may talk about each. */
export function ProductTable({ products, onTag }: { products: Schema<'ProductWithAgents'>[]; onTag(tag: string): void }) {
  const text = useProductsText();
  const { price } = usePrice();
  const mayWrite = useMay('WRITE');
  const remove = useDeleteProduct();
  return (
    <div className="scroll" tabIndex={0}>
      <table className="product-table">
        <thead><tr><th>{text('name')}</th><th>{text('price')}</th><th>{text('state')}</th><th>{text('tags')}</th><th>{text('agents')}</th><th /></tr></thead>
        <tbody>
          {products.map(({ product, agents = [] }) => {
            const { id = '', name = '', description, defaultPrice, currency, tags } = product;
            return (
              <tr key={id} data-link>
                <td className="product-name">
                  <Link className="cell-link" to="/products/$productId" params={{ productId: id }}>{name}</Link>
                  {description && <div className="faint small two-lines">{description}</div>}
                </td>
                <td className="numbers">{typeof defaultPrice === 'number' && price(defaultPrice, currency ?? '')}</td>
                <td><ProductState product={product} /></td>
                <td><div className="product-tags">{tags?.map(tag => <button key={tag} type="button" className="tag" onClick={() => onTag(tag)}><Badge>{tag}</Badge></button>)}</div></td>
                <td className="product-agents">{agents.length === 0 ? <span className="faint">{text('noAgent')}</span> : agents.map(agent => agent.name).join(', ')}</td>
                <td>
                  {mayWrite && (
                    <ConfirmButton label={text('deleteOne', { name })} question={text('deleteQuestion', { name })} onConfirm={() => remove.mutate(id)}><Icon name="trash" /></ConfirmButton>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
