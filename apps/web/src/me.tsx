import { startSounds } from './console/sound-choice.js';
import { startConsole } from './console/start.js';
import { messages as en } from './locales/me/en.po';
import { messages as es } from './locales/me/es.po';
import { messages as ru } from './locales/me/ru.po';
import { lookForAlerts } from './me/alert-desk.js';
import { startClaims } from './me/claim-desk.js';
import { isWriting } from './me/log-desk.js';
import { lookForMoments } from './me/moment-desk.js';
import { lookForOffers } from './me/offer-desk.js';
import { Page } from './me/page.js';
import { startQueue } from './me/queue-store.js';
import { startSelection } from './me/selection.js';
import { listen } from './me/streams.js';
import { loadLoop } from './me/use-loop.js';
import { stayAwake } from './ringing/stay-awake.js';
import './ringing/toasts.css';
import './me/me.css';
import './me/lead.css';
import './me/sheet.css';
import './me/loop.css';
import './me/narrow.css';
import './notices/notices.css';

startSounds();
stayAwake();
startQueue();
startClaims();
startSelection();
startConsole(<Page />, { en, es, ru });
loadLoop();
listen(
  () => !isWriting(),
  () => {
    lookForAlerts();
    lookForMoments();
    lookForOffers();
  },
);
