import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Starts a script, by its path in bench, in a process of its own, which does what it is asked and answers; `flags` are node's own. */
export async function startOwn(name, { words = [], flags = [] } = {}) {
  const child = fork(fileURLToPath(new URL(`../${name}.mjs`, import.meta.url)), words, {
    execArgv: [...process.execArgv, ...flags],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const waiting = new Map();
  let asked = 0;
  const ended = new Promise((resolve) =>
    child.once('exit', (code) => {
      for (const { reject } of waiting.values()) reject(new Error(`${name} ended with ${code}`));
      resolve(code);
    }),
  );
  child.on('message', ({ id, answer, problem }) => {
    const { resolve, reject } = waiting.get(id);
    waiting.delete(id);
    if (problem === undefined) resolve(answer);
    else reject(new Error(`${name}: ${problem}`));
  });
  const ask = (what, data) =>
    new Promise((resolve, reject) => {
      asked += 1;
      waiting.set(asked, { resolve, reject });
      child.send({ id: asked, what, data });
    });
  return {
    ask,
    stop: async () => {
      if (child.connected) child.disconnect();
      await ended;
    },
  };
}

/** In such a process: answers by these functions until whoever started it lets go, then closes and ends. */
export function answerBy(ways, close = async () => undefined) {
  process.on('message', ({ id, what, data }) => {
    Promise.resolve()
      .then(() => ways[what](data))
      .then(
        (answer) => process.send({ id, answer }),
        (error) => process.send({ id, problem: error.stack }),
      );
  });
  process.once('disconnect', () => void close().finally(() => process.exit(0)));
}

/** CPU of this process so far in µs. `fresh`: its garbage of before is taken away first, so that it is nobody's cost in what comes now. */
export function usedSoFar({ fresh }) {
  if (fresh) globalThis.gc?.();
  const { user, system } = process.cpuUsage();
  return user + system;
}
