import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { until } from '@leadclock/runtime/testing/until.js';
import { type ProgramProcess, runCommand, startProcess } from './testing/program-process.js';

const dataFolder = mkdtempSync(path.join(tmpdir(), 'leadclock-simulate-'));
const place = { dataFolder };
const simulate = (...words: string[]) => runCommand(place, ['simulate', ...words]);

describe('leadclock simulate', () => {
  it('says what to do where no program runs', async () => {
    const ran = await simulate('--for', '1m');
    expect([ran.code, ran.stderr]).toEqual([3, expect.stringContaining('leadclock start')]);
  });

  it.each([
    [['--speed', '10'], '--for'],
    [['--for', 'long'], '90s, 15m, 8h or 7d'],
    [['--reps', '0'], 'whole number'],
    [['--zone', 'Mars/Base'], 'no zone'],
    [['--url', 'ftp://here', '--key', 'k'], 'no http or https address'],
  ])('refuses %j and names the fix', async (words, fix) => {
    const ran = await simulate('--url', 'http://127.0.0.1:9', '--key', 'k', ...words);
    expect([ran.code, ran.stderr]).toEqual([2, expect.stringContaining(fix)]);
  });

  describe('into a program that runs', () => {
    let program: ProgramProcess;
    beforeAll(async () => {
      program = await startProcess(place);
    });
    afterAll(async () => {
      await program?.stop();
      rmSync(dataFolder, { recursive: true, force: true });
    });

    it('plays a day in a moment, and each event is in the figures', async () => {
      const ran = await simulate('--leads-per-hour', '30', '--reps', '5', '--for', '24h', '--speed', '1000000', '--json');
      expect([ran.code, ran.stderr]).toEqual([0, '']);
      const { events, accepted, rejected } = JSON.parse(ran.stdout);
      expect(accepted).toBe(events);
      expect(rejected).toBe(0);
      const exported = await runCommand(place, ['export']);
      // of the last minutes a lead may become late meanwhile, and be told of
      const lines = exported.stdout.split('\n').filter((line) => line !== '' && !line.includes('"type":"alert.'));
      expect(lines).toHaveLength(events);
      const leads = new Set(lines.filter((line) => line.includes('"lead.created"')).map((line) => JSON.parse(line).subject));
      await until('all leads in the figures', async () => {
        const answer = await (await fetch(`${program.url}/v1/kpis/leads-created`)).json();
        return answer.groups[0].value === leads.size;
      });
      expect((await runCommand(place, ['verify'])).code).toBe(0);
    });

    it('ends at once when its key is refused', async () => {
      const ran = await simulate('--url', program.url, '--key', `lc_${'x'.repeat(43)}`, '--for', '1m');
      expect([ran.code, ran.stderr]).toEqual([3, expect.stringContaining('401')]);
    });
  });
});
