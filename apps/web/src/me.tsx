import { startConsole } from './console/start.js';
import { FirstPage } from './me/first-page.js';
import { listen } from './me/streams.js';

startConsole(<FirstPage />, { en: {}, es: {}, ru: {} });
listen(
  () => true,
  () => undefined,
);
