/**
 * What the door costs, up to the hand-over to the log's batcher: CPU of a single POST against a bare Node http server that parses the same body,
 * and CPU of an event in a batch of 100. Both servers run side by side, each in a process of its own, and take turns. The append to the embedded
 * log, PostgreSQL's part included, is reported beside.
 * usage: npm run bench -- ingest
 */
import { fork } from 'node:child_process';
import { connect } from 'node:net';
import { fileURLToPath } from 'node:url';
import { measureAppend } from './ingest/append.mjs';
import { batchOf, eventOf } from './ingest/sales-events.mjs';

/**
 * Enough that the door, whose answer to a single POST waits for the next write of the log, is never idle: between bursts caches go cold, and that
 * is not what is compared.
 */
const CONNECTIONS = { single: 128, batch: 8 };
const ROUNDS = 9;
const SINGLES = 8_000;
const BATCHES = 300;
const BATCH = 100;

const bare = await start('bare');
const door = await start('door');
const servers = [bare, door];

const singles = Array.from({ length: 2_000 }, (_, n) => JSON.stringify(eventOf(n)));
const batches = Array.from({ length: 100 }, (_, n) => JSON.stringify(batchOf(n * BATCH, BATCH)));
const single = { bodies: singles, type: 'application/cloudevents+json', requests: SINGLES, connections: CONNECTIONS.single };
const batch = { bodies: batches, type: 'application/cloudevents-batch+json', requests: BATCHES, connections: CONNECTIONS.batch };

for (const server of servers) {
  await cpuOf(server, single);
  await cpuOf(server, batch);
}
const rounds = [];
for (let round = 0; round < ROUNDS; round += 1) {
  const figures = {};
  for (const server of round % 2 === 0 ? servers : servers.toReversed()) {
    figures[server.name] = { single: (await cpuOf(server, single)) / SINGLES, batch: (await cpuOf(server, batch)) / BATCHES };
  }
  rounds.push(figures);
  console.log(
    `round ${round + 1}: a POST ${figures.bare.single.toFixed(1)} µs bare, ${figures.door.single.toFixed(1)} µs at the door; a batch of ${BATCH} ${figures.bare.batch.toFixed(0)} µs bare, ${figures.door.batch.toFixed(0)} µs at the door`,
  );
}
for (const server of servers) server.child.kill();

const ratio = median(rounds.map(({ bare: b, door: d }) => d.single / b.single));
const perEvent = median(rounds.map(({ door: d }) => d.batch / BATCH));
const append = await measureAppend();
console.log(
  `append to the embedded log: ${append.program.toFixed(1)} µs an event in the program, ${append.postgres.toFixed(1)} µs in PostgreSQL, in batches of 500`,
);
console.log(
  JSON.stringify({
    bench: 'ingest',
    ratios: { bare_http: round2(ratio), batch_us_per_event: round2(perEvent) },
    beside: {
      single_us: round2(median(rounds.map(({ door: d }) => d.single))),
      bare_single_us: round2(median(rounds.map(({ bare: b }) => b.single))),
      append_us_per_event: { program: round2(append.program), postgres: round2(append.postgres) },
    },
  }),
);
process.exit(0);

function start(name) {
  const child = fork(fileURLToPath(new URL(`./ingest/${name}-server.mjs`, import.meta.url)), {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the ${name} server ended with ${code}`)));
    child.once('message', ({ port, key }) => resolve({ name, child, port, key }));
  });
}

/** CPU in µs that a server spends on so many requests. */
async function cpuOf(server, load) {
  const before = await usage(server.child);
  await send(server, load);
  return (await usage(server.child)) - before;
}

function usage(child) {
  return new Promise((resolve) => {
    child.once('message', resolve);
    child.send('usage');
  });
}

/** Keeps each connection busy with one request at a time; speaks HTTP by hand, so that the generator is cheap. */
async function send({ port, key }, { bodies, type, requests, connections }) {
  const messages = bodies.map((body) =>
    Buffer.from(
      `POST /v1/events HTTP/1.1\r\nhost: 127.0.0.1\r\nauthorization: Bearer ${key}\r\ncontent-type: ${type}\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
    ),
  );
  let next = 0;
  const talk = () =>
    new Promise((resolve, reject) => {
      const socket = connect(port, '127.0.0.1');
      const more = () => {
        if (next >= requests) {
          socket.end();
          resolve();
        } else {
          socket.write(messages[next % messages.length]);
          next += 1;
        }
      };
      socket.setNoDelay(true);
      socket.once('connect', more);
      socket.on('error', reject);
      // an answer is short: it comes in one piece
      socket.on('data', (answer) => (answer.toString('latin1', 9, 12) === '202' ? more() : reject(new Error(answer.toString()))));
    });
  await Promise.all(Array.from({ length: connections }, talk));
}

function median(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

function round2(number) {
  return Math.round(number * 100) / 100;
}
