import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { MetricsRequest } from '../../client/index.js';
import { conversationBody, newAgent } from '../bodies.js';
import { owner, wire } from '../server.js';

const { analytics, conversations } = owner;

const request: MetricsRequest = {
    id: 'mine',
    name: 'CALLS',
    fromDate: new Date(2019, 4, 6),
    toDate: new Date(2019, 4, 8),
    aggregationPeriod: 'DAILY',
    aggregationFormula: 'COUNT',
};

test('metrics count the calls of each day as text, empty days included', async () => {
    const conversationInput = conversationBody(await newAgent());
    conversationInput.timestampStart = '2019-05-07T17:00:00Z';
    conversationInput.timestampEnd = '2019-05-07T17:01:30Z';
    await conversations.createConversationV1({ conversationInput });

    const length: MetricsRequest = { ...request, id: 'long', name: 'CALL_DURATION', aggregationFormula: 'SUM' };
    const later: MetricsRequest = { ...request, id: 'later', name: 'CREDITS_TOTAL' };
    const batchMetricsRequests = { requests: [request, length, later] };
    const answer = await wire(analytics.getMetricsV1MetricsPostRaw({ batchMetricsRequests }));

    const [calls, seconds, credits] = answer.responses;
    assert.equal(calls.id, 'mine');
    assert.equal(calls.name, 'CALLS');
    assert.deepEqual(calls.datapoints, [
        { timestamp: '2019-05-06', value: '0' },
        { timestamp: '2019-05-07', value: '1' },
        { timestamp: '2019-05-08', value: '0' },
    ]);
    assert.equal(Number(seconds.datapoints[1].value), 90);
    assert.equal(typeof seconds.datapoints[1].value, 'string');
    assert.deepEqual(credits.datapoints, []);

    const typed = await analytics.getMetricsV1MetricsPost({ batchMetricsRequests });
    assert.ok(typed.responses[0]?.datapoints[0]?.timestamp instanceof Date);
});

test('stats are numbers, in snake case, in a wrapper', async () => {
    const answer = await wire(analytics.getOverallStatsV1StatsGetRaw({ app: null }));

    assert.deepEqual(Object.keys(answer), ['response']);
    for (const name of ['no_of_prospects', 'appointment_scheduled', 'unqualified', 'average_call_duration']) {
        assert.equal(typeof answer.response[name], 'number', name);
    }
    assert.ok(answer.response.no_of_prospects >= 1);
});
