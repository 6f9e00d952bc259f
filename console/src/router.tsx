import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { Failed, Lost } from './shell/Failed';
import { Shell } from './shell/Shell';

interface Context {
  queries: QueryClient;
  /** Why the link that opened the page did not sign in. */
  linkProblem: string | null;
}

const root = createRootRouteWithContext<Context>()({ component: Shell, notFoundComponent: Lost, errorComponent: Failed });

/** A page that is loaded when it is first opened. What is searched and filtered for is in its address. */
function page<Path extends string, Name extends string>(path: Path, load: () => Promise<Record<Name, React.ComponentType>>, name: Name) {
  return createRoute({
    getParentRoute: () => root,
    path,
    component: lazyRouteComponent(load as never, name),
    validateSearch: (search: Record<string, unknown>) => search as Record<string, string>,
  });
}

const pages = [
  page('/', () => import('./overview/Overview'), 'Overview'),
  page('/agents', () => import('./agents/Agents'), 'Agents'),
  page('/agents/new', () => import('./agents/NewAgent'), 'NewAgent'),
  page('/agents/$agentId', () => import('./agents/AgentPage'), 'AgentPage'),
  page('/conversations', () => import('./conversations/Conversations'), 'Conversations'),
  page('/conversations/$conversationId', () => import('./conversations/ConversationPage'), 'ConversationPage'),
  page('/prospects', () => import('./prospects/Prospects'), 'Prospects'),
  page('/prospects/$prospectId', () => import('./prospects/ProspectPage'), 'ProspectPage'),
  page('/hives', () => import('./hives/Hives'), 'Hives'),
  page('/hives/$hiveId', () => import('./hives/HivePage'), 'HivePage'),
  page('/actions', () => import('./actions/Actions'), 'Actions'),
  page('/actions/$actionId', () => import('./actions/ActionPage'), 'ActionPage'),
  page('/products', () => import('./products/Products'), 'Products'),
  page('/products/$productId', () => import('./products/ProductPage'), 'ProductPage'),
  page('/phones', () => import('./phones/Phones'), 'Phones'),
  page('/voices', () => import('./voices/Voices'), 'Voices'),
  page('/files', () => import('./files/Files'), 'Files'),
  page('/settings', () => import('./settings/Settings'), 'Settings'),
  page('/settings/$section', () => import('./settings/Settings'), 'Settings'),
] as const;

export const router = createRouter({
  routeTree: root.addChildren(pages),
  basepath: '/console',
  context: { queries: undefined!, linkProblem: null },
  defaultErrorComponent: Failed,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
