import { fork } from 'node:child_process';
import { once } from 'node:events';

/**
 * A rep's page that notes when it was first told of each alert: by its id, epoch milliseconds. It is a process of its own: who makes the load
 * stands still for tens of milliseconds while it does, and what came meanwhile would count as late.
 */
export async function openScreen(url, rep) {
  const page = fork(new URL('./screen-process.mjs', import.meta.url), [url, rep], { serialization: 'advanced' });
  const ended = () => once(page, 'exit').then(([code]) => Promise.reject(new Error(`the screen ended with ${code}`)));
  const next = () => Promise.race([once(page, 'message'), ended()]);
  await next();
  return {
    /** What it has noted; to be called once, it is closed by it. */
    async seen() {
      const told = next();
      page.send('end');
      const [shown] = await told;
      return shown;
    },
  };
}
