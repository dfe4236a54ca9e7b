import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { BrowserRouter } from 'react-router';
import { listen } from './boards/board-store.js';
import { startConsole } from './console/start.js';
import { isRefused } from './kpis/is-refused.js';
import { Page } from './kpis/page.js';
import { messages as en } from './locales/kpis/en.po';
import { messages as es } from './locales/kpis/es.po';
import { messages as ru } from './locales/kpis/ru.po';
import { messages as teamEn } from './locales/team/en.po';
import { messages as teamEs } from './locales/team/es.po';
import { messages as teamRu } from './locales/team/ru.po';
import './team/team.css';
import './team/charts.css';
import './team/drill.css';
import './team/disputes/disputes.css';
import './kpis/kpis.css';
import './kpis/answer.css';
import './kpis/rows.css';
import './boards/boards.css';

/** A bad question stays bad; a server that cannot be reached is asked again. */
const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      refetchInterval: (query) => (query.state.status === 'error' && !isRefused(query.state.error) ? 10_000 : false),
      retry: (failures, error) => failures < 1 && !isRefused(error),
    },
  },
});

// a lead's panel is the manager's own, with its words
startConsole(
  <BrowserRouter>
    <QueryClientProvider client={client}>
      <Page />
    </QueryClientProvider>
  </BrowserRouter>,
  { en: { ...teamEn, ...en }, es: { ...teamEs, ...es }, ru: { ...teamRu, ...ru } },
);
listen();
