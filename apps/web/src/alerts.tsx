import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { BrowserRouter } from 'react-router';
import { allMessages } from './alerts/all-messages.js';
import { listen } from './alerts/listen.js';
import { Page } from './alerts/page.js';
import { startConsole } from './console/start.js';
import { isRefused } from './kpis/is-refused.js';
import './team/team.css';
import './alerts/alerts.css';

/** What is asked stays as it was answered until somebody changes it; a server that cannot be reached is asked again. */
const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      refetchInterval: (query) => (query.state.status === 'error' && !isRefused(query.state.error) ? 10_000 : false),
      retry: (failures, error) => failures < 1 && !isRefused(error),
    },
  },
});

startConsole(
  <BrowserRouter>
    <QueryClientProvider client={client}>
      <Page />
    </QueryClientProvider>
  </BrowserRouter>,
  allMessages,
);
listen();
