import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newAgent, productBody } from '../bodies.js';
import { given, owner, refused, wire } from '../server.js';

const { products, templates } = owner;

test('a product is made for an agent, read, found, changed and deleted', async () => {
    const agentId = await newAgent();
    const productInput = { ...productBody, agentIds: [agentId] };
    const made = await products.createProductV1({ productInput });
    const productId = given(made.id);
    assert.equal(made.defaultPrice, 1299);
    assert.deepEqual(made.tags, ['gardening', 'tools'], 'tags are a list without duplicates');
    assert.deepEqual(await products.getProductV1({ productId }), made);

    const agents = await products.listAgentsOfProductV1({ productId });
    assert.deepEqual(agents.map(one => one.id), [agentId]);
    const [detailed] = await templates.listProductsDetailedV1({ productIds: productId });
    assert.equal(detailed?.product.id, productId);
    assert.deepEqual(detailed?.agents?.map(one => one.id), [agentId]);

    const other = await products.createProductV1({ productInput: { ...productBody, tags: ['kitchen'] } });
    const ids = (list: { id?: string }[]) => list.map(one => one.id);
    assert.deepEqual(ids(await products.listProductsV1({ tags: 'kitchen' })), [other.id]);
    assert.deepEqual(ids(await products.listProductsV1({ tags: ['gardening', 'tools'] })), [productId]);
    assert.deepEqual(ids(await products.listProductsV1({ productIds: [productId] })), [productId]);

    await products.deleteProductV1({ productId });
    await refused(404, products.getProductV1({ productId }));
});

test('a whole stored product may be sent back as an update', async () => {
    const made = await products.createProductV1({ productInput: productBody });
    const stored = await wire(products.getProductV1Raw({ productId: given(made.id) }));

    const answer = await products.updateProductV1(
        { productId: stored.id, productInput: productBody },
        async ({ init }) => ({ ...init, body: { ...stored, name: 'Big garden set', orgId: 'org.1' } as never }),
    );

    assert.equal(answer.id, stored.id);
    assert.equal(answer.orgId, stored.orgId);
    assert.equal(answer.name, 'Big garden set');
    assert.equal(answer.createdAt, stored.createdAt);
});
