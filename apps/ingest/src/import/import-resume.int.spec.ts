import { appendFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { importsOf, line, linesOf } from '../testing/import-into.js';
import { idsIn, NOW, type OpenDoor, openDoor } from '../testing/open-door.js';
import type { ImportRequest } from './import-files.js';
import { sendOverHttp } from './send-over-http.js';

describe('an import that is run again', () => {
  let door: OpenDoor;
  beforeEach(async () => {
    door = await openDoor();
  });
  afterEach(() => door.close());

  const { file, run } = importsOf(() => door);

  it('sends a file that is through no second time, and says its rejects again', async () => {
    const where = file('once.jsonl', `${line('1')}\nbroken\n${line('3')}`);
    const first = await run([where]);
    const second = await run([where]);
    expect(second.rejects).toEqual(first.rejects);
    expect(second.report).toEqual({ accepted: 2, rejected: 1, sentBefore: 2, exitCode: 1 });
    expect(await idsIn(door.eventsLog)).toEqual(['1', '3']);
    await run([where], { again: true });
    expect(await idsIn(door.eventsLog)).toEqual(['1', '1', '3', '3']);
  });

  it('sends a file that changed, and into another installation any file, from the beginning', async () => {
    const where = file('grows.jsonl', `${line('1')}\n`);
    await run([where]);
    appendFileSync(where, line('2'));
    expect((await run([where])).report).toMatchObject({ accepted: 2, sentBefore: 0 });
    expect((await run([where], { installation: 'another' })).report).toMatchObject({ accepted: 2, sentBefore: 0 });
  });

  const formats: [string, (text: string) => Buffer][] = [
    ['a plain file', (text) => Buffer.from(text)],
    ['gzip', (text) => gzipSync(text)],
  ];
  it.each(formats)('that was killed goes on in %s behind the last acknowledged line', async (_name, pack) => {
    const where = file('long', pack(linesOf(6_500)));
    const honest = sendOverHttp(door.url, door.dataFolder);
    let chunks = 0;
    const dying: ImportRequest['send'] = async (lines, heardAt) => {
      chunks += 1;
      const answer = await honest(lines, heardAt);
      if (chunks >= 4) throw new Error('killed');
      return answer;
    };
    await expect(run([where], { send: dying })).rejects.toThrow('killed');
    const sent: string[] = [];
    const { report } = await run([where], {
      clock: () => NOW + 60_000,
      send: (lines, heardAt) => {
        sent.push(...lines);
        expect(heardAt).toBe(NOW);
        return honest(lines, heardAt);
      },
    });
    expect(report).toMatchObject({ accepted: 6_500, rejected: 0, exitCode: 0 });
    expect(report.sentBefore).toBeGreaterThan(0);
    expect(sent).toHaveLength(6_500 - report.sentBefore);
    expect(new Set(await idsIn(door.eventsLog)).size).toBe(6_500);
  });

  it('waits while neither log nor spool takes events, and goes on when they do', async () => {
    door.eventsLog.away = true;
    await door.dataSource.query('alter table spool rename to spool_gone');
    let pauses = 0;
    const { report } = await run([file('wait.jsonl', line('1'))], {
      pause: async () => {
        pauses += 1;
        if (pauses === 2) door.eventsLog.away = false;
      },
    });
    expect(report).toMatchObject({ accepted: 1, exitCode: 0 });
    await door.dataSource.query('alter table spool_gone rename to spool');
  });

  it('gives up with the way out when the program stays away', async () => {
    const gone = run([file('gone.jsonl', line('1'))], { send: sendOverHttp('http://127.0.0.1:1', door.dataFolder) });
    await expect(gone).rejects.toThrow(/start it and run the import again/);
  });
});
