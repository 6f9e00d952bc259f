// Every page of the console, with something on it.
import { ask } from './browser.mjs';

/** Addresses below /console, by the name of the picture that is made of each. */
export async function pages() {
  const first = async path => (await ask('GET', `${path}?limit=1`))[0]?.id;
  const [agent, conversation, prospect, hive, action, product] = await Promise.all(
    ['/v1/ai-agents', '/v1/conversations', '/v1/prospects', '/v1/hives', '/v1/actions', '/v1/products'].map(first),
  );
  return {
    overview: '/',
    agents: '/agents',
    'new-agent': '/agents/new',
    ...(agent && { agent: `/agents/${agent}` }),
    conversations: '/conversations',
    ...(conversation && { conversation: `/conversations/${conversation}` }),
    prospects: '/prospects',
    ...(prospect && { prospect: `/prospects/${prospect}` }),
    knowledge: '/hives',
    ...(hive && { hive: `/hives/${hive}` }),
    actions: '/actions',
    ...(action && { action: `/actions/${action}` }),
    products: '/products',
    ...(product && { product: `/products/${product}` }),
    phones: '/phones',
    voices: '/voices',
    files: '/files',
    settings: '/settings',
    people: '/settings/people',
    keys: '/settings/keys',
    server: '/settings/server',
    account: '/settings/account',
  };
}
