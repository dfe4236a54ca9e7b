import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describeKafka } from '@leadclock/event-log/testing/describe-kafka.js';
import { type KafkaBroker, startKafkaIfPossible } from '../../../tools/kafka/start-kafka.js';
import { type Kill, KilledFloor } from './testing/kills/killed-floor.js';

/** How often each of them is killed at each point; ALERT_KILLS=20 for the long run, about twenty minutes. Unset: somebody at each point once. */
const KILLS = Number(process.env['ALERT_KILLS'] ?? 0);
/** Beside the rest of the suite the machine itself is late; in the long run, which has it alone, this is what is promised. */
const LATEST_MS = KILLS > 0 ? 1_000 : 10_000;

/** Points at which different processes, and pages, can be held at once: whoever is killed then is killed at each of them. */
const raising = ['saying', 'relay', 'unread', 'folding', 'claim'] as const;
/** While the projector is held no lead is new, and what is spooled may all be sent: it is held after who sends. */
const raised = ['unshown', 'unsent', 'logged', 'commit'] as const;

const few: readonly Kill[] = [
  [raising, 'alerts'],
  [raised, 'pages'],
  [raising, 'screens'],
  [raised, 'database'],
  [raised, 'projector'],
];
/** Everybody at both moments, and who sends to the log at that alone: it need not be who raises, nor an alert process. */
const everybody: readonly Kill[] = [
  [raising, 'alerts'],
  [raised, 'pages'],
  [raising, 'screens'],
  [raised, 'alerts'],
  [raising, 'pages'],
  [raised, 'screens'],
  [['unsent'], 'sender'],
  [raised, 'projector'],
  [raising, 'both'],
  [raised, 'database'],
  [raising, 'projector'],
  [raised, 'both'],
  [raising, 'database'],
  [raising, 'door'],
];
/** On Kafka who is killed has a place in a group, too. */
const fewOnKafka: readonly Kill[] = [
  [raising, 'broker'],
  [raised, 'projector'],
];
const everybodyOnKafka: readonly Kill[] = [...fewOnKafka, [raised, 'broker'], [raising, 'projector']];
const often = (kills: readonly Kill[]): readonly Kill[] => Array.from({ length: KILLS }, () => kills).flat();

/** The first whole minute, if it comes while a short story is told: else what is quiet is so no longer. A long one has time for it. */
const quietUntil = (now: number): number => {
  const next = Math.ceil((now + 5_000) / 60_000) * 60_000;
  return KILLS > 0 || next - now < 25_000 ? next : next - 60_000;
};

const parent = mkdtempSync(path.join(tmpdir(), 'leadclock-ladder-'));
afterAll(() => rmSync(parent, { recursive: true, force: true }));

/** Fails with the kill at which the story stood still, and what stood there. */
function told(error: unknown, [points, victim]: Kill, what: string): never {
  throw new Error(`${victim} at ${points.join(', ')}: ${error instanceof Error ? error.message : String(error)}\n${what}`, {
    cause: error,
  });
}

async function tellsTheStory(name: string, broker: KafkaBroker | null, kills: readonly Kill[]): Promise<void> {
  const floor = await KilledFloor.open(path.join(parent, name), broker, quietUntil);
  try {
    for (const kill of kills) await floor.kill(kill).catch(async (error) => told(error, kill, await floor.whatStands().catch(String)));
    const judged = await floor.judged();
    process.stderr.write(`${kills.length} kills: ${JSON.stringify(judged)}\n`);
    // beside the rest of the suite an answer may be known later than half a second after it; what stands falsely at the end is wrong in any case
    expect(judged).toMatchObject({ missing: [], doubled: [], wrong: [], misdone: [], ...(KILLS > 0 && { falselyRung: [] }) });
    expect(judged).toMatchObject({ unseen: [], unsaid: [], miscounted: [], unwon: [], lost: [] });
    for (const enough of [judged.due, judged.shown]) expect(enough).toBeGreaterThan(20);
    expect(judged.contested).toBeGreaterThan(2);
    for (const late of [judged.worst, judged.worstShown]) expect(late).toBeLessThanOrEqual(LATEST_MS);
  } finally {
    await floor.stop();
  }
}

it(
  'of two alert processes, the projector, the database, who serves the screens and the pages any is killed between due and shown: each alert is there once, shown once and on time, and a claim that was won is kept',
  () => tellsTheStory('embedded', null, KILLS === 0 ? few : often(everybody)),
  180_000 + KILLS * 14 * 20_000,
);

describeKafka('on Apache Kafka', () => {
  let broker: KafkaBroker | null = null;
  afterAll(() => broker?.stop());

  it(
    'the broker may be killed there, too, and a projector comes back to its group at once',
    async () => {
      broker = await startKafkaIfPossible({ dir: path.join(parent, 'kafka') });
      // KAFKA_BROKERS may point to somebody else's broker, which a test does not kill
      if (broker !== null) await tellsTheStory('kafka', broker, KILLS === 0 ? fewOnKafka : often(everybodyOnKafka));
    },
    180_000 + KILLS * 4 * 30_000,
  );
});
