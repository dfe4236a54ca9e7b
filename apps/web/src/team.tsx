import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { BrowserRouter } from 'react-router';
import { startSounds } from './console/sound-choice.js';
import { startConsole } from './console/start.js';
import { messages as en } from './locales/team/en.po';
import { messages as es } from './locales/team/es.po';
import { messages as ru } from './locales/team/ru.po';
import { stayAwake } from './ringing/stay-awake.js';
import { lookForManagerAlerts } from './team/notices/manager-desk.js';
import { startManagerNotices } from './team/notices/manager-notices.js';
import { Page } from './team/page.js';
import { listen } from './team/team-store.js';
import './ringing/toasts.css';
import './team/team.css';
import './team/charts.css';
import './team/drill.css';
import './team/disputes/disputes.css';
import './notices/notices.css';
import './team/notices/manager-toasts.css';

/** An answer is as good as the stream is quiet: what moves is asked again when the stream says so. */
const client = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 30_000, refetchInterval: (query) => (query.state.status === 'error' ? 10_000 : false), retry: 1 },
  },
});

startSounds();
stayAwake();
startConsole(
  <BrowserRouter>
    <QueryClientProvider client={client}>
      <Page />
    </QueryClientProvider>
  </BrowserRouter>,
  { en, es, ru },
);
startManagerNotices();
listen(lookForManagerAlerts);
