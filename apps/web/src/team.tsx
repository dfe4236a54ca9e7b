import { startConsole } from './console/start.js';
import { TopBar } from './console/top-bar.js';

startConsole(<TopBar page="team" />, { en: {}, es: {}, ru: {} });
