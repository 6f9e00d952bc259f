import assert from 'node:assert/strict';
import { test } from 'node:test';
import { called, contract } from './server.js';

/** The vendor's operations; what is marked as an addition comes on top. */
const VENDORS = 81;

/** What `fetch` cannot do: the opening of a WebSocket. */
const BEYOND_FETCH = ['openSocket'];

/** Registers the test that comes last. */
export function everyOperationIsCalled(): void {
    test('every operation of the contract was called, and has succeeded', () => {
        const ids = contract.operations.map(operation => operation.id);
        const vendors = contract.operations.filter(operation => !operation.addition);

        assert.equal(vendors.length, VENDORS);
        assert.deepEqual(ids.filter(id => !called.has(id) && !BEYOND_FETCH.includes(id)), []);
    });
}
