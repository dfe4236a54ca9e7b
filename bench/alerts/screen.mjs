import { io } from 'socket.io-client';

/** A rep's page that notes when it was first told of each alert: by its id, epoch milliseconds. */
export async function openScreen(url, rep) {
  const shown = new Map();
  const note = (alerts) => {
    const at = Date.now();
    for (const [id, alert] of Object.entries(alerts ?? {})) if (alert !== null && !shown.has(id)) shown.set(id, { at, due: alert.due });
  };
  const socket = io(url, { transports: ['websocket'], auth: { protocol: 1, view: 'rep', rep } });
  const floor = new Promise((resolve, reject) => {
    socket.on('connect_error', reject);
    socket.on('snapshot', ({ stream, state }) => {
      if (stream !== 'floor') return;
      note(state.alerts);
      resolve();
    });
  });
  socket.on('patch', ({ stream, members, set }) => {
    if (stream === 'floor') note(members?.alerts ?? set.alerts);
  });
  await floor;
  return { shown, close: () => socket.close() };
}
