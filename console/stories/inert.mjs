// Whatever callers, documents, agents and actions may write is text: no payload runs on any page, and none of them breaks the policy (X1).
import assert from 'node:assert/strict';
import { ask, base, member, settle } from './browser.mjs';
import { pages } from './pages.mjs';

const TOOLS = ['alert(1)', 'window.__ran=1', 'parent.__ran=1', 'top.__ran=1', 'fetch`//evil.invalid`'];
const SHAPES = [
  js => `<script>${js}</script>`, js => `<img src=x onerror=${js}>`, js => `<svg onload=${js}>`, js => `"><svg/onload=${js}>`, js => `'-${js}-'`, js => `javascript:${js}`,
  js => `<iframe srcdoc="<script>${js}</script>">`, js => `<a href="javascript:${js}">x</a>`, js => `</title><script>${js}</script>`, js => `</textarea><script>${js}</script>`,
  js => `<details open ontoggle=${js}>`, js => `<input autofocus onfocus=${js}>`, js => `<body onpageshow=${js}>`, js => `{{constructor.constructor('${js}')()}}`, js => `\${${js}}`,
  js => `<math><mtext><table><mglyph><style><img src=x onerror=${js}>`, js => `<video><source onerror=${js}>`, js => `<object data="javascript:${js}">`, js => `<form><button formaction="javascript:${js}">x</button>`,
  js => `<style>@import '//evil.invalid';</style><b onclick=${js}>`, js => `<meta http-equiv=refresh content="0;javascript:${js}">`, js => `=HYPERLINK("javascript:${js}")`, js => `\u202e<script>${js}</script>`,
];
const payloads = SHAPES.flatMap(shape => TOOLS.map(shape));
assert.ok(payloads.length >= 100, `${payloads.length} payloads`);

// every payload is in a transcript, a name, a summary; the long fields hold all of them
const all = payloads.join(' ');
const some = index => payloads[index % payloads.length];
const agent = await ask('POST', '/v1/ai-agents', {
  name: some(0), imageUrl: 'javascript:window.__ran=1', status: 'active', role: some(1), roleDescription: some(2), timezone: 'UTC',
  mission: { prompt: all, greeting: some(3), sequence: [{ stageName: some(4), description: some(5), otherNotes: some(6) }] }, boostedKeywords: [some(7)],
  evaluationMetrics: { qualitativeMetrics: [{ name: some(8), description: some(9) }], quantitativeMetrics: [] },
});
const line = (message, index) => ({ speaker: ['USER', 'AI', 'TOOL'][index % 3], message, timestamp: '2026-01-01T10:00:00', message_id: message });
for (const [index, payload] of payloads.entries()) {
  await ask('POST', '/v1/conversations', {
    source: payload, sourceType: 'BROWSER', agentId: agent.id, timestampStart: '2026-01-01T10:00:00', timestampEnd: '2026-01-01T10:01:00',
    transcriptText: index === 0 ? payloads.map(line) : [line(payload, 0)], transcriptSummary: payload,
    transcriptRecordingUrl: `https://evil.invalid/${encodeURIComponent(payload)}`,
    conversationAnalytics: {
      summary: payload, action_items: [payload], is_audio_consent_given: false, email_address_of_caller: null, name_of_caller: payload,
      phone_number_of_caller: null, address_of_caller: payload, sentiment_of_caller: 'neutral', prospectStatus: 'NEW',
    },
  });
  await ask('POST', '/v1/prospects', { status: 'NEW', name: payload, prospectProps: { [payload.replace(/[.$]/g, '')]: payload }, externalReference: [{ providerName: payload, id: payload }] });
}
const [conversation] = await ask('GET', '/v1/conversations?limit=1&sort_by=createdAt&sort_order=desc');
await ask('POST', `/v1/conversations/${conversation.id}/feedback`, { comment: all.slice(0, 2_000), rating: 1 });
await ask('POST', '/v1/actions', {
  name: some(10), description: all.slice(0, 500), parameters: { type: 'object', properties: { value: { type: 'string', description: some(11) } } },
  endpoint: { url: 'https://example.com/hook', method: 'POST', headers: {}, payload: { text: some(12) } }, userWaitingText: some(13), userSuccessText: some(14), userErrorText: some(15), invocationTrigger: 'user_query',
});
await ask('POST', '/v1/products', {
  active: true, defaultPrice: 1, currency: 'USD', description: all.slice(0, 250), name: some(16), status: 'active', shippable: false, scheduleAppointment: false, features: [some(17)], tags: [some(18)], props: { a: some(19) },
});
await ask('POST', '/v1/hives', { hiveType: 'WEBSITE', url: 'https://example.com/?q=%3Cscript%3Ewindow.__ran=1%3C/script%3E' });

const { page, context, close } = await member('ADMIN', { expected: /status of (401|404)/ });
let dialogs = 0;
page.on('dialog', dialog => { dialogs++; void dialog.dismiss(); });
await page.addInitScript(() => {
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
    window.__broken = [...(window.__broken ?? []), `${violatedDirective} ${blockedURI}`];
  });
});
const visited = Object.entries(await pages());
const found = [];
for (const [name, path] of [...visited, ['evil agent', `/agents/${agent.id}`], ['evil mission', `/agents/${agent.id}?part=mission`], ['search', `/conversations?q=${encodeURIComponent(some(20))}`], ['own address', `/nowhere/${encodeURIComponent(some(0))}`]]) {
  await page.goto(`${base}/console${path}`);
  await settle(page);
  const [ran, broken] = await page.evaluate(() => [window.__ran, window.__broken]);
  if (ran || broken || dialogs) {
    found.push(`${name}: ${ran ? 'something ran ' : ''}${(broken ?? []).join(', ')} ${dialogs}`);
  }
}
assert.deepEqual(found, []);

// what is exported opens no formula
await page.goto(`${base}/console/conversations`);
const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Export: CSV' }).click()]);
const { readFile } = await import('node:fs/promises');
const csv = await readFile(await download.path(), 'utf8');
assert.ok(csv.includes("'=HYPERLINK"));
assert.ok(!/(^|,|\n)"?[=+@]/.test(csv), 'a cell begins like a formula');

// no secret where a script could read it, no way to frame the console, nothing changed from another origin
const stored = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, document.documentElement.outerHTML.match(/pr[lsfo]_[\w-]{10,}/g)]));
assert.ok(!/pr[lsfo]_[\w-]{10,}/.test(stored), stored); // X4
const answer = await fetch(`${base}/console/`);
assert.match(answer.headers.get('content-security-policy'), /frame-ancestors 'none'/);
assert.ok(!/unsafe-inline|unsafe-eval/.test(answer.headers.get('content-security-policy')));
const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
const forged = await fetch(`${base}/v1/ai-agents/${agent.id}`, { method: 'DELETE', headers: { cookie, origin: 'https://evil.invalid' } });
assert.equal(forged.status, 401); // X2
await close();
