import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { LanguageProvider } from '../messages/language';
import '../ui/tokens.css';
import '../ui/page.css';
import { Frame } from './Frame';

const asked = new URLSearchParams(location.hash.slice(1));
const { key = '', agent = '', mode = 'voice' } = Object.fromEntries(asked);

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <QueryClientProvider client={new QueryClient()}>
      <LanguageProvider>
        <Frame callKey={key} agentId={agent} isTypingOnly={mode === 'chat'} />
      </LanguageProvider>
    </QueryClientProvider>
  </StrictMode>,
);
