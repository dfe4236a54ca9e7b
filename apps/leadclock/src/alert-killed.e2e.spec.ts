import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { until } from '@leadclock/runtime/testing/until.js';
import { keyOf, runCommand, startProcess } from './testing/program-process.js';
import { post, type SampleEvent, sample } from './testing/sample-events.js';

/** How often the power is cut around a deadline; KILLS=20 for the long run. */
const KILLS = Number(process.env['KILLS'] ?? 3);
const EACH = 20;
const TARGET_S = 4;

const dataFolder = mkdtempSync(path.join(tmpdir(), 'leadclock-alert-'));
afterAll(() => rmSync(dataFolder, { recursive: true, force: true }));

interface ExportedEvent {
  readonly type: string;
  readonly subject: string;
  readonly data: { readonly alert?: string };
}

it(
  `every deadline is told of exactly once through ${KILLS} power cuts around it, and none of a lead that was answered`,
  async () => {
    const place = { dataFolder };
    const due: string[] = [];
    let answered = 0;
    for (let kill = 0; kill < KILLS; kill++) {
      const program = await startProcess(place);
      const key = await keyOf(place);
      const now = Date.now();
      const policy = sample('policy', 'policy.set', 'fast', now - 60_000, {
        order: 1,
        match: {},
        targets: { answer_s: TARGET_S },
        steps: [],
      });
      const events: SampleEvent[] = kill === 0 ? [policy] : [];
      for (let n = 0; n < EACH; n++) {
        const lead = `lead-${kill}-${n}`;
        events.push(sample(`${lead}-c`, 'lead.created', lead, now, {}));
        if (n % 4 === 0) {
          const touch = { touchpoint: 't', channel: 'call', direction: 'outbound', rep: 'ana', outcome: 'connected' };
          events.push(sample(`${lead}-t`, 'touchpoint.recorded', lead, now + 1, touch));
          answered++;
        } else due.push(lead);
      }
      expect((await post(program.url, key, events)).status).toBe(202);
      const last = `lead-${kill}-${EACH - 1}`;
      await until('the last lead', async () => (await fetch(`${program.url}/v1/leads/${last}`)).status === 200);
      // around the deadline: from a little before it to a little behind
      const at = now + TARGET_S * 1_000 - 150 + ((kill * 37) % 300);
      await until('the moment of the cut', () => Date.now() >= at);
      await program.kill9();
    }
    const program = await startProcess(place);
    const events = await until('every alert in the log', async () => {
      const lines = (await runCommand(place, ['export'])).stdout.split('\n').filter((line) => line.includes('"alert.raised"'));
      return lines.length >= due.length ? lines.map((line): ExportedEvent => JSON.parse(line)) : null;
    });
    const verified = await runCommand(place, ['verify']);
    await program.stop();
    expect(events.map(({ subject }) => subject).toSorted()).toEqual(due.toSorted());
    expect(new Set(events.map(({ data }) => data.alert)).size).toBe(due.length);
    expect(answered).toBe((KILLS * EACH) / 4);
    expect(verified).toMatchObject({ code: 0 });
  },
  60_000 + KILLS * 30_000,
);
