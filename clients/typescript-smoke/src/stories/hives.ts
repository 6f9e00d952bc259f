import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newAgent } from '../bodies.js';
import { given, owner, refused, wire } from '../server.js';

const { files, hiveLinks, hives } = owner;

test('a web site becomes a hive, is changed and deleted', async () => {
    const url = 'https://www.example.com/';
    const hiveProps = { crawl_child_pages: true, depth: '3' };
    const hiveContentInput = { hiveType: 'WEBSITE' as const, url, hiveProps };
    const made = await hives.createHiveV1({ hiveContentInput });
    const hiveId = given(made.id);
    assert.match(hiveId, /^hiv\./);
    assert.equal(made.content.url, url);
    assert.deepEqual(made.content.hiveProps, hiveProps);
    assert.ok(made.status.length > 0);
    assert.equal((await hives.getHiveV1({ hiveId })).content.url, url);

    const hiveContentOutput = { ...made.content, hiveProps: { crawl_child_pages: false } };
    const changed = await hives.updateHiveV1({ hiveId, hiveContentOutput });
    assert.deepEqual(changed.content.hiveProps, { crawl_child_pages: false });

    const listed = await hives.listHivesV1({ sortBy: 'createdAt', sortOrder: 'desc', limit: 1 });
    assert.deepEqual(listed.map(one => one.id), [hiveId]);

    await hives.deleteHiveV1({ hiveId });
    await refused(404, hives.getHiveV1({ hiveId }));
});

test('documents go in as ids and come out as records', async () => {
    const menu = new File(['Flatbread 7.50\n'], 'menu.txt', { type: 'text/plain' });
    const [file] = await files.uploadFileV1({ files: [menu] });
    const fileId = given(file?.id);
    const hiveContentInput = { hiveType: 'DOCS' as const, fileIds: [fileId] };
    const made = await wire(hives.createHiveV1Raw({ hiveContentInput }));
    assert.deepEqual(Object.keys(made).includes('hiveType'), false, 'everything is in `content`');
    assert.equal(made.content.files[0].id, fileId);
    assert.equal(made.content.files[0].fileName, 'menu.txt');

    const whole = await hives.getHiveV1({ hiveId: made.id });
    const changed = await hives.updateHiveV1({ hiveId: made.id, hiveContentOutput: whole.content });
    assert.deepEqual(changed.content.files?.map(one => one.id), [fileId]);
});

test('a hive is linked to an agent, once however often, and unlinked', async () => {
    const hiveContentInput = { hiveType: 'WEBSITE' as const, url: 'https://www.example.com/menu' };
    const hive = await hives.createHiveV1({ hiveContentInput });
    const link = { hiveId: given(hive.id), agentId: await newAgent() };

    await hiveLinks.createHiveAgentLinkV1(link);
    await hiveLinks.createHiveAgentLinkV1(link);
    const agents = await hiveLinks.listAgentsOfHiveV1(link);
    assert.deepEqual(agents.map(one => one.id), [link.agentId]);
    const linked = await hiveLinks.listHivesOfAgentV1(link);
    assert.deepEqual(linked.map(one => one.id), [link.hiveId]);

    await hiveLinks.deleteHiveAgentLinkV1(link);
    assert.deepEqual(await hiveLinks.listHivesOfAgentV1(link), []);
    await refused(404, hiveLinks.deleteHiveAgentLinkV1(link));
    await refused(404, hiveLinks.createHiveAgentLinkV1({ ...link, agentId: 'aia.1700000000.nowhere0' }));
});
