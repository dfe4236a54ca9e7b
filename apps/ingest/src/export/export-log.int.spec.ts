import { Readable } from 'node:stream';
import { importFiles } from '../import/import-files.js';
import { sendOverHttp } from '../import/send-over-http.js';
import { created, NOW, type OpenDoor, openDoor } from '../testing/open-door.js';
import { exportLog } from './export-log.js';

async function exportAll(from: OpenDoor) {
  let text = '';
  const unreadable: unknown[] = [];
  const report = await exportLog({
    configLog: from.configLog,
    eventsLog: from.eventsLog,
    write: async (more) => {
      text += more;
    },
    onUnreadable: (record) => unreadable.push(record),
  });
  return { text, report, unreadable };
}

describe('an export', () => {
  let door: OpenDoor;
  beforeEach(async () => {
    door = await openDoor();
  });
  afterEach(() => door.close());

  it('writes configuration first and leaves out what cannot be read; imported into an empty installation it is the same log again', async () => {
    const team = { ...created('team'), type: 'team.set', subject: 'north', data: { name: 'North' } };
    await door.post([created('1', { subject: 'ada' }), team, created('2', { subject: 'ben' }), created('3', { subject: 'ada' })]);
    await door.eventsLog.append([{ key: 'x', value: 'no event' }]);
    const first = await exportAll(door);
    expect(first.report).toEqual({ events: 4, unreadable: 1 });
    expect(first.unreadable).toMatchObject([{ topic: 'leadclock.events', offset: 0, reason: expect.any(String) }]);
    expect(first.text.split('\n')[0]).toContain('team.set');
    const copy = await openDoor();
    try {
      const report = await importFiles({
        files: ['-'],
        stdin: Readable.from([Buffer.from(first.text)]),
        send: sendOverHttp(copy.url, copy.dataFolder),
        dataFolder: copy.dataFolder,
        installation: 'copy',
        clock: () => NOW + 99_000,
      });
      expect(report).toMatchObject({ accepted: 4, rejected: 0 });
      expect((await exportAll(copy)).text).toBe(first.text);
    } finally {
      await copy.close();
    }
  });
});
