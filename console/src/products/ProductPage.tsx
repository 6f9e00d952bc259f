import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { Refusal } from '../api/client';
import { useMay } from '../session/session';
import { Conflict } from '../ui/Conflict';
import { ConfirmButton } from '../ui/Dialog';
import { Page, Pending } from '../ui/Page';
import { Unsaved } from '../ui/Unsaved';
import { draftOf, emptyDraft, inputOf } from './draft';
import { useProductsText } from './messages';
import { usePrice } from './price';
import { ProductForm } from './ProductForm';
import { ProductState } from './ProductState';
import { useCreateProduct, useDeleteProduct, useProduct, useSaveProduct } from './queries';

/** One product; `new` for one that is being made. */
export function ProductPage() {
  const { productId } = useParams({ from: '/products/$productId' });
  return productId === 'new' ? <NewProduct /> : <Loaded key={productId} productId={productId} />;
}

function Loaded({ productId }: { productId: string }) {
  const text = useProductsText();
  const product = useProduct(productId);
  return product.data
    ? <Edited productId={productId} known={product.data} reload={product.refetch} />
    : <Page title={text('title')} back={{ to: '/products', label: text('title') }}><Pending of={product} /></Page>;
}

function NewProduct() {
  const text = useProductsText();
  const navigate = useNavigate();
  const [draft, setDraft] = useState(emptyDraft);
  const create = useCreateProduct(({ id = '' }) => void navigate({ to: '/products/$productId', params: { productId: id }, ignoreBlocker: true, replace: true }));
  const save = () => {
    const body = inputOf(draft);
    if (body) {
      create.mutate(body);
    }
  };
  return (
    <Page title={text('new')} back={{ to: '/products', label: text('title') }}>
      <ProductForm draft={draft} onChange={setDraft} errors={create.error instanceof Refusal ? create.error.fields : {}}
        isDirty isPending={create.isPending} isDisabled={false} saveLabel={text('create')} onSave={save} />
      <Unsaved isDirty={draft !== emptyDraft} />
    </Page>
  );
}

function isSame(some: string[], others: string[]): boolean {
  return some.length === others.length && some.every(id => others.includes(id));
}

function Edited({ productId, known, reload }: { productId: string; known: NonNullable<ReturnType<typeof useProduct>['data']>; reload(): Promise<unknown> }) {
  const text = useProductsText();
  const { price } = usePrice();
  const navigate = useNavigate();
  const mayWrite = useMay('WRITE');
  // what was typed stays when the record is read again, and replaces the version it began with
  const [begun, setBegun] = useState(known);
  const [draft, setDraft] = useState(() => draftOf(known.item, known.agentIds));
  const save = useSaveProduct(productId);
  const remove = useDeleteProduct(() => void navigate({ to: '/products', ignoreBlocker: true }));
  const before = draftOf(begun.item, begun.agentIds);
  const isDirty = JSON.stringify(inputOf(draft)) !== JSON.stringify(inputOf(before));
  const restart = (from: typeof known) => {
    setBegun(from);
    setDraft(draftOf(from.item, from.agentIds));
  };
  if (!isDirty && known !== begun && !save.isPending) {
    restart(known);
  }
  const submit = () => {
    const body = inputOf(draft);
    if (body) {
      // agents that were not touched here stay as they are, whatever others have made of them meanwhile
      const agentIds = isSame(draft.agentIds, begun.agentIds) ? null : draft.agentIds;
      save.mutate({ body: { ...body, agentIds }, etag: begun.etag }, { onSuccess: saved => restart({ ...saved, agentIds: draft.agentIds }) });
    }
  };
  const load = async () => {
    await reload();
    save.reset();
    setDraft(before);
  };
  const { name = '', defaultPrice, currency } = known.item;
  const lead = <span className="row"><ProductState product={known.item} />{typeof defaultPrice === 'number' && <span className="numbers">{price(defaultPrice, currency ?? '')}</span>}</span>;
  return (
    <Page title={name} back={{ to: '/products', label: text('title') }} lead={lead}
      actions={mayWrite && <ConfirmButton label={text('delete')} question={text('deleteQuestion', { name })} onConfirm={() => remove.mutate(productId)} />}>
      <Conflict problem={save.error} onLoad={() => void load()} />
      <ProductForm draft={draft} onChange={setDraft} errors={save.error instanceof Refusal ? save.error.fields : {}} isDirty={isDirty} isPending={save.isPending} isDisabled={!mayWrite}
        saveLabel={text('save')} onSave={submit} onUndo={() => restart(known)} />
      <Unsaved isDirty={isDirty} />
    </Page>
  );
}
