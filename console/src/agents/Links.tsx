import { useQuery, type QueryKey } from '@tanstack/react-query';
import { api, asked } from '../api/client';
import { useChange } from '../api/change';
import { Linked } from '../ui/Linked';
import { Card, Pending } from '../ui/Page';
import { useMay } from '../session/session';
import { useText } from './messages';

interface Thing {
  id: string;
  label: string;
}

/** How one kind of thing is connected with an agent. */
interface Kind {
  name: 'hives' | 'actions' | 'phones';
  empty: 'noHives' | 'noActions' | 'noPhones';
  linked(agentId: string): Promise<Thing[]>;
  all(): Promise<Thing[]>;
  link(agentId: string, id: string): Promise<unknown>;
  unlink(agentId: string, id: string): Promise<unknown>;
}

const query = { limit: 100 } as const;

const KINDS: Kind[] = [
  {
    name: 'hives', empty: 'noHives',
    linked: async agent_id => (await asked(api.GET('/v1/ai-agents/{agent_id}/hives', { params: { path: { agent_id } } }))).map(hiveThing),
    all: async () => (await asked(api.GET('/v1/hives', { params: { query } }))).map(hiveThing),
    link: (agent_id, hive_id) => asked(api.POST('/v1/hives/{hive_id}/ai-agents/{agent_id}/link', { params: { path: { hive_id, agent_id } } })),
    unlink: (agent_id, hive_id) => asked(api.DELETE('/v1/hives/{hive_id}/ai-agents/{agent_id}/link', { params: { path: { hive_id, agent_id } } })),
  },
  {
    name: 'actions', empty: 'noActions',
    linked: async agent_id => (await asked(api.GET('/v1/ai-agents/{agent_id}/actions', { params: { path: { agent_id } } }))).map(({ id = '', name = '' }) => ({ id, label: name })),
    all: async () => (await asked(api.GET('/v1/actions', { params: { query } }))).map(({ id = '', name = '' }) => ({ id, label: name })),
    link: (agent_id, action_id) => asked(api.POST('/v1/actions/{action_id}/ai-agents/{agent_id}/link', { params: { path: { action_id, agent_id } } })),
    unlink: (agent_id, action_id) => asked(api.DELETE('/v1/actions/{action_id}/ai-agents/{agent_id}/link', { params: { path: { action_id, agent_id } } })),
  },
  {
    name: 'phones', empty: 'noPhones',
    linked: async agent_id => (await asked(api.GET('/v1/ai-agents/{agent_id}/phones', { params: { path: { agent_id } } }))).map(({ id = '', phoneNumber = '' }) => ({ id, label: phoneNumber })),
    all: async () => (await asked(api.GET('/v1/telephony/phones'))).map(({ id = '', phoneNumber = '' }) => ({ id, label: phoneNumber })),
    link: (agent_id, phone_id) => asked(api.POST('/v1/telephony/phones/{phone_id}/ai-agents/{agent_id}/link', { params: { path: { phone_id, agent_id } } })),
    unlink: (agent_id, phone_id) => asked(api.DELETE('/v1/telephony/phones/{phone_id}/ai-agents/{agent_id}/link', { params: { path: { phone_id, agent_id } } })),
  },
];

/** What the agent knows, does, sells and is reached by. */
export function Links({ agentId }: { agentId: string }) {
  return <>{KINDS.map(kind => <Connected key={kind.name} kind={kind} agentId={agentId} />)}<Products agentId={agentId} /></>;
}

function Connected({ kind, agentId }: { kind: Kind; agentId: string }) {
  const text = useText();
  const mayWrite = useMay('WRITE');
  const key: QueryKey = ['agents', 'links', agentId, kind.name];
  const linked = useQuery({ queryKey: key, queryFn: () => kind.linked(agentId) });
  const all = useQuery({ queryKey: [kind.name, 'choices'], queryFn: kind.all });
  const touches = [key, [kind.name]];
  const link = useChange((id: string) => kind.link(agentId, id), { touches, done: text('linked') });
  const unlink = useChange((id: string) => kind.unlink(agentId, id), { touches, done: text('unlinked') });
  return (
    <Card title={text(kind.name)}>
      {!linked.data || !all.data ? <Pending of={linked.isError ? linked : all} /> : (
        <Linked addLabel={text('link')} removeLabel={name => text('unlink', { name })} empty={text(kind.empty)} linked={linked.data} all={all.data}
          onAdd={id => link.mutate(id)} onRemove={id => unlink.mutate(id)} isDisabled={!mayWrite} />
      )}
    </Card>
  );
}

/** Products name their agents, so connecting one changes the product. */
function Products({ agentId }: { agentId: string }) {
  const text = useText();
  const mayWrite = useMay('WRITE');
  const all = useQuery({ queryKey: ['products', 'detailed'], queryFn: () => asked(api.GET('/v1/ui/products', { params: { query } })) });
  const change = useChange(async ({ id, isSold }: { id: string; isSold: boolean }) => {
    const found = all.data?.find(({ product }) => product.id === id);
    if (found) {
      const { product, agents = [] } = found;
      const others = agents.flatMap(agent => (agent.id && agent.id !== agentId ? [agent.id] : []));
      const { active = true, defaultPrice, currency, description, name = '', shippable = false, features, scheduleAppointment = false, props, tags, status } = product;
      const body = { active, defaultPrice: defaultPrice ?? 0, currency: (currency ?? 'USD') as 'USD', description: description ?? '', name, shippable, features: features ?? null, scheduleAppointment, props: props ?? null, tags: tags ?? null, status: status as 'active', agentIds: isSold ? [...others, agentId] : others };
      await asked(api.PUT('/v1/products/{product_id}', { params: { path: { product_id: id } }, body }));
    }
  }, { touches: [['products']], done: text('linked') });
  const things = (all.data ?? []).map(({ product: { id = '', name = '' } }) => ({ id, label: name }));
  const sold = (all.data ?? []).filter(({ agents }) => agents?.some(agent => agent.id === agentId)).map(({ product: { id = '', name = '' } }) => ({ id, label: name }));
  return (
    <Card title={text('products')}>
      {!all.data ? <Pending of={all} /> : (
        <Linked addLabel={text('link')} removeLabel={name => text('unlink', { name })} empty={text('noProducts')} linked={sold} all={things}
          onAdd={id => change.mutate({ id, isSold: true })} onRemove={id => change.mutate({ id, isSold: false })} isDisabled={!mayWrite} />
      )}
    </Card>
  );
}

function hiveThing({ id = '', content }: { id?: string; content: { hiveType: string; url?: string | null; files?: { fileName?: string }[] | null } }): Thing {
  return { id, label: content.url ?? content.files?.map(file => file.fileName).join(', ') ?? content.hiveType };
}
