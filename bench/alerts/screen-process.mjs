import { io } from 'socket.io-client';

const [url, rep] = process.argv.slice(2);
const shown = new Map();
let isOpen = false;
const note = (alerts) => {
  const at = Date.now();
  for (const [id, alert] of Object.entries(alerts ?? {})) if (alert !== null && !shown.has(id)) shown.set(id, { at, due: alert.due });
};
const socket = io(url, { transports: ['websocket'], auth: { protocol: 1, view: 'rep', rep } });
socket.on('connect_error', (error) => {
  throw error;
});
socket.on('snapshot', ({ stream, state }) => {
  if (stream !== 'floor') return;
  note(state.alerts);
  if (!isOpen) process.send('open');
  isOpen = true;
});
socket.on('patch', ({ stream, members, set }) => {
  if (stream === 'floor') note(members?.alerts ?? set.alerts);
});
process.once('message', () => {
  socket.close();
  process.send(shown, () => process.disconnect());
});
