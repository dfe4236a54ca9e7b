import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { encodeEvent } from '@leadclock/domain/events/encode-event.js';
import { writeInstant } from '@leadclock/domain/events/instant.js';
import { at } from '@leadclock/domain/testing/clock-time.js';
import { lead, type Story, subject } from '@leadclock/domain/testing/story.js';
import { type ProgramProcess, runCommand, startProcess } from './testing/program-process.js';

const dataFolder = mkdtempSync(path.join(tmpdir(), 'leadclock-what-if-'));
const place = { dataFolder };
const file = path.join(dataFolder, 'web.yaml');
const day = ['--from', '2026-11-02', '--to', '2026-11-03'];
const strict = 'policy: web\norder: 1\ntargets: {answer_s: 120}\n';
let program: ProgramProcess;

const ofAna = (id: string, time: string): Story => lead(id).arrived(time, { owner: 'ana', team: 'north' });
const told = (story: Story, due: string): Story => {
  const due_at = writeInstant(at(due));
  return story.tell('alert.raised', due, { alert: `a-${story.subject}`, step: 'due', due_at, raised_at: due_at, to: 'ana' });
};

/** A day that another program has recorded, with the alerts that it raised. */
beforeAll(async () => {
  program = await startProcess(place);
  const floor = [
    subject('site').tell('site.set', '07:00', { name: 'Us', zone: 'UTC', locale: 'en', currency: 'EUR' }),
    ofAna('ada', '09:00').called('09:03', 'ana'),
    told(ofAna('bob', '09:10'), '09:15').called('09:20', 'ana'),
    lead('cy').arrived('10:00').called('10:01', 'ana'),
  ];
  const events = floor.flatMap((story) => story.events.map((event) => ({ ...event, id: `${story.subject}-${event.id}` })));
  const jsonl = path.join(dataFolder, 'floor.jsonl');
  writeFileSync(jsonl, events.map((event) => `${encodeEvent(event)}\n`).join(''));
  expect(await runCommand(place, ['import', jsonl])).toMatchObject({ code: 0 });
});
afterAll(async () => {
  await program.stop();
  rmSync(dataFolder, { recursive: true, force: true });
});

it('a recorded day under another policy is told side by side with what happened, and nothing is written', async () => {
  const before = (await runCommand(place, ['export'])).stdout;
  writeFileSync(file, strict);
  const ran = await runCommand(place, ['what-if', file, ...day, '--json']);
  expect([ran.code, ran.stderr]).toEqual([0, '']);
  expect(JSON.parse(ran.stdout)).toMatchObject({
    policies: ['web'],
    leads: 3,
    alerts: { happened: 1, replayed: 2, same: 0, only_happened: 1, only_replayed: 2, close: 0, down: 0 },
    told: [{ to: 'ana', then: 1, replayed: 2 }],
    attainment: {
      all: { happened: { met: 2, breached: 1 }, replayed: { met: 1, breached: 2 } },
      teams: [{ team: 'north' }, { team: null }],
    },
    listed: [
      { lead: 'ada', is: 'replayed', due: '2026-11-02T09:02:00.000Z', policy: 'web', happened: null },
      { lead: 'bob', is: 'replayed', due: '2026-11-02T09:12:00.000Z' },
      { lead: 'bob', is: 'happened', due: '2026-11-02T09:15:00.000Z', happened: { alert: 'a-bob', to: 'ana' }, replayed: null },
    ],
  });
  expect((await runCommand(place, ['export'])).stdout).toBe(before);
});

it('under the policies as they were it is what happened', async () => {
  const ran = await runCommand(place, ['what-if', ...day]);
  expect([ran.code, ran.stderr]).toEqual([0, '']);
  expect(ran.stdout).toContain('3 leads arrived');
  expect(ran.stdout).toContain('1 are the same, 0 tell others, 0 would not have been, 0 are new');
  expect(ran.stdout).toMatch(/team north\s+0\.500\s+2\s+0\.500\s+2/);
});

it('a table says which alerts differ, and keeps apart those of a time in which the product is known to have been away', async () => {
  const ran = await runCommand(place, ['what-if', file, ...day, '--down', '2026-11-02T09:01:00Z/2026-11-02T09:05:00Z']);
  expect(ran.stdout).toMatch(/differ:\n.*\n2026-11-02T09:12:00\.000Z\s+bob\s+due\s+–\s+ana/);
  expect(ran.stdout).toMatch(/told nobody:\n.*\n2026-11-02T09:02:00\.000Z\s+ada\s+due\s+–\s+ana/);
});

it('what is wrong is named with its line, and nothing is replayed', async () => {
  writeFileSync(file, `${strict}calendar: nowhere\nsteps:\n  - {id: a, clock: lead, of: answer, at_s: 60, notify: [nobody]}\n`);
  const ran = await runCommand(place, ['what-if', file, ...day]);
  expect([ran.code, ran.stdout]).toEqual([2, '']);
  expect(ran.stderr).toContain('web.yaml:4: $.calendar is none that was set');
  expect(ran.stderr).toContain('web.yaml:6: $.steps[0].notify[0] is nobody');
  expect(await runCommand(place, ['what-if', file])).toMatchObject({ code: 2, stderr: expect.stringContaining('--from') });
  expect(await runCommand(place, ['what-if', '--from', 'monday'])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('--from is no time'),
  });
});
