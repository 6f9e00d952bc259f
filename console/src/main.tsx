import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Refusal } from './api/client';
import { LanguageProvider } from './messages/language';
import { router } from './router';
import { redeemFirstLink, session } from './session/session';
import { applyTheme } from './shell/theme';
import { ToastProvider } from './ui/Toasts';
import './ui/tokens.css';
import './ui/page.css';

applyTheme();

/** Once the session is over, everything else is as well. */
const queries = new QueryClient({
  queryCache: new QueryCache({
    onError: problem => {
      if (problem instanceof Refusal && problem.status === 401) {
        void queries.invalidateQueries({ queryKey: session.queryKey });
      }
    },
  }),
  defaultOptions: {
    queries: { staleTime: 10_000, retry: (times, problem) => times < 2 && !(problem instanceof Refusal && problem.status < 500) },
  },
});

const problem = await redeemFirstLink();

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <LanguageProvider>
        <ToastProvider>
          <RouterProvider router={router} context={{ queries, linkProblem: problem }} />
        </ToastProvider>
      </LanguageProvider>
    </QueryClientProvider>
  </StrictMode>,
);
