import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { importsOf, line, linesOf } from '../testing/import-into.js';
import { contentOf, created, idsIn, NOW, type OpenDoor, openDoor } from '../testing/open-door.js';

describe('an import', () => {
  let door: OpenDoor;
  beforeEach(async () => {
    door = await openDoor();
  });
  afterEach(() => door.close());

  const { file, run } = importsOf(() => door);

  it('takes every line of a file, keeps the recordedtime that stands in it, and the instant of the import where there is none', async () => {
    const old = line('old', { recordedtime: '2024-05-01T08:00:00.000Z', time: '2024-05-01T07:59:00Z' });
    const { report } = await run([file('two.jsonl', `${old}\n${line('new')}\n`)]);
    expect(report).toEqual({ accepted: 2, rejected: 0, sentBefore: 0, exitCode: 0 });
    const events = (await contentOf(door.eventsLog)).map(({ value }) => JSON.parse(value));
    expect(events.find(({ id }) => id === 'old').recordedtime).toBe('2024-05-01T08:00:00.000Z');
    expect(events.find(({ id }) => id === 'new').recordedtime).toBe(new Date(NOW).toISOString());
  });

  it('brings what the product itself wrote, which no sender may', async () => {
    const data = { alert: 'a1', step: 'due', due_at: '2026-11-24T09:55:00Z', raised_at: '2026-11-24T09:55:00Z', to: 'ana' };
    const alert = { ...created('alert'), type: 'alert.raised', subject: 'lead-1', data };
    expect((await run([file('alerts.jsonl', JSON.stringify(alert))])).report).toMatchObject({ accepted: 1, rejected: 0 });
    expect((await door.post(alert)).status).toBe(400);
  });

  it('tells each line that fails by its number, and takes the rest', async () => {
    const text = [
      '\uFEFF' + line('1'),
      '',
      '{"id":',
      line('4', { type: 'lead.made' }),
      `${line('5')}\r`,
      line('6', { data: { orgin: 'x' } }),
      line('7'),
    ].join('\n');
    const where = file('mixed.jsonl', text);
    const { report, rejects } = await run([where]);
    expect(report).toEqual({ accepted: 3, rejected: 3, sentBefore: 0, exitCode: 1 });
    expect(rejects).toEqual([
      { file: where, line: 3, id: null, path: '$', problem: expect.stringContaining('not JSON') },
      { file: where, line: 4, id: '4', path: '$.type', problem: expect.any(String) },
      { file: where, line: 6, id: '6', path: '$.data.orgin', problem: expect.any(String) },
    ]);
    expect(await idsIn(door.eventsLog)).toEqual(['1', '5', '7']);
  });

  it('refuses a line that is no UTF-8 or longer than any event, by its number', async () => {
    const bad = Buffer.concat([
      Buffer.from(`${line('1')}\n"`),
      Buffer.from([0xff]),
      Buffer.from(`"\n${'x'.repeat(1024 * 1024 + 1)}\n${line('4')}`),
    ]);
    const { rejects } = await run([file('bytes.jsonl', bad)]);
    expect(rejects).toMatchObject([
      { line: 2, problem: 'is not UTF-8' },
      { line: 3, problem: 'is longer than 1 MiB' },
    ]);
    expect(await idsIn(door.eventsLog)).toEqual(['1', '4']);
  });

  it('reads gzip, whatever the name, and several members of it', async () => {
    const packed = Buffer.concat([gzipSync(`${linesOf(1_500, 'a')}\n`), gzipSync(linesOf(3, 'b'))]);
    expect((await run([file('packed.jsonl', packed)])).report).toMatchObject({ accepted: 1_503, rejected: 0 });
    expect(await idsIn(door.eventsLog)).toHaveLength(1_503);
  });

  it('reads stdin, plain or gzip', async () => {
    expect((await run(['-'], { stdin: Readable.from([Buffer.from(line('1'))]) })).report).toMatchObject({ accepted: 1 });
    expect((await run(['-'], { stdin: Readable.from([gzipSync(line('2'))]) })).report).toMatchObject({ accepted: 1 });
    expect((await run(['-'], { stdin: Readable.from([]) })).rejects).toMatchObject([{ file: '-', line: null, problem: 'holds no events' }]);
  });

  it('takes all whole lines of a gzip that is cut off, and says that it is', async () => {
    const whole = gzipSync(Array.from({ length: 4_000 }, (_, n) => line(`e${n}`, { source: `/${Math.sin(n)}` })).join('\n'));
    const where = file('cut.jsonl.gz', whole.subarray(0, whole.length - 2_000));
    const { report, rejects } = await run([where]);
    expect(rejects).toEqual([{ file: where, line: null, id: null, path: '$', problem: expect.stringContaining('cut off') }]);
    expect(report.accepted).toBeGreaterThan(3_000);
    expect(report).toMatchObject({ rejected: 1, exitCode: 1 });
    const again = await run([where]);
    expect(again.report).toMatchObject({ accepted: report.accepted, sentBefore: report.accepted, exitCode: 1 });
    expect(await idsIn(door.eventsLog)).toHaveLength(report.accepted);
  });

  it('tells a gzip that is damaged in the middle', async () => {
    const packed = gzipSync(linesOf(2_000));
    packed.fill(0xff, packed.length - 600, packed.length - 400);
    const { report, rejects } = await run([file('damaged.gz', packed)]);
    expect(rejects.at(-1)).toMatchObject({ line: null, problem: expect.stringContaining('damaged') });
    expect(report.accepted).toBeGreaterThan(0);
  });

  it('names a folder, an empty file, a file without events and a file that is not there, and takes the others', async () => {
    mkdirSync(path.join(door.dataFolder, 'folder'));
    const files = [
      path.join(door.dataFolder, 'folder'),
      file('empty.jsonl', ''),
      file('blank.jsonl', '\n\n'),
      path.join(door.dataFolder, 'none.jsonl'),
      file('good.jsonl', line('1')),
    ];
    const { report, rejects } = await run(files);
    expect(rejects.map(({ file: name, line: number, problem }) => [path.basename(name), number, problem])).toEqual([
      ['folder', null, expect.stringContaining('folder')],
      ['empty.jsonl', null, 'is empty'],
      ['blank.jsonl', null, 'holds no events'],
      ['none.jsonl', null, 'is not there'],
    ]);
    expect(report).toEqual({ accepted: 1, rejected: 4, sentBefore: 0, exitCode: 1 });
  });

  it('is not for whoever cannot read the data folder', async () => {
    const answer = await fetch(`${door.url}/v1/import?heard_at=2026-11-24T10:00:00Z`, {
      method: 'POST',
      headers: { authorization: `Bearer ${door.key}`, 'content-type': 'application/x-ndjson' },
      body: line('1'),
    });
    expect(answer.status).toBe(401);
    expect(await contentOf(door.eventsLog)).toEqual([]);
  });

  it('keeps nothing of what the lines say in its progress', async () => {
    const where = file('secret.jsonl', `${line('1', { data: { contact: { name: 'Ada Byron' } } })}\n{"Ada Byron`);
    await run([where]);
    const kept = readFileSync(path.join(door.dataFolder, 'imports', readdirSync(path.join(door.dataFolder, 'imports'))[0] ?? ''), 'utf8');
    expect(kept).not.toContain('Byron');
  });
});
