import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { lead } from '@leadclock/domain/testing/story.js';
import { type PersonalRecord, VaultTable } from '@leadclock/read-model/outside/vault.table.js';
import { erasedHash, readErasedFile } from '@leadclock/runtime/erased-file.js';
import { rebuild } from '../rebuild/rebuild.js';
import { TestInstallation } from '../testing/installation.js';
import { verify } from '../verify/verify.js';
import { stayForgotten } from './stay-forgotten.js';

const ada = lead('ada').arrived('09:00', { origin: 'web' }).called('09:02', 'ana', 'connected').opened('09:10').won('09:30');
const bob = lead('bob').arrived('09:05').called('09:30', 'luis');
const eve = lead('eve').arrived('09:20');
const erased = (name: string, time: string) => lead(name).tell('lead.erased', time, {}, { id: 'gone' });
const into = (name: string, time: string, root: string | null) =>
  lead(name).tell('lead.merged', time, { into: root }, { id: `merge-${time}` });

const person = (subject: string, id = 'e1'): PersonalRecord => ({
  subject,
  source: '/story',
  id,
  time: Date.UTC(2026, 10, 2, 9),
  personal: { contact: { name: `${subject} Person`, email: `${subject}@example.org` }, notes: { note: `call ${subject} at home` } },
});

describe('an erased lead', () => {
  let installation: TestInstallation;
  let vault: VaultTable;
  let folder: string;
  beforeEach(async () => {
    installation = await TestInstallation.open();
    vault = new VaultTable(installation.dataSource);
    folder = mkdtempSync(path.join(tmpdir(), 'leadclock-erased-'));
    await vault.put(['ada', 'bob', 'eve'].map((name) => person(name)));
  });
  afterEach(async () => {
    await installation.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Whose details the vault still holds. */
  async function kept(): Promise<string> {
    const rows = await installation.dataSource.query<{ lead: string }[]>(
      'select lead from contact union select subject from note order by 1',
    );
    return rows.map((row) => row.lead).join(' ');
  }
  const append = async (...stories: readonly (typeof ada)[]): Promise<void> => {
    await installation.append(...stories.flatMap(({ events }) => events));
    await installation.caughtUp();
  };
  const facts = async (): Promise<unknown> =>
    installation.dataSource.query('select subject, kind, n, value, rep, origin, "from", until from set_1.fact order by subject, kind, n');

  it('keeps counting, without its person', async () => {
    installation.start();
    await append(ada, bob);
    const before = await facts();
    await append(erased('ada', '10:00'));
    expect(await kept()).toBe('bob eve');
    expect(await facts()).toEqual(before);
    expect(await verify(installation)).toMatchObject({ differing: 0 });
  });

  it('takes with it whom it was merged with before, and who is merged with it after, through a rebuild', async () => {
    installation.start();
    await append(ada, bob, into('ada', '09:40', 'bob'), erased('bob', '10:00'));
    expect(await kept()).toBe('eve');
    await append(eve, into('eve', '11:00', 'ada'));
    expect(await kept()).toBe('');
    await append(into('eve', '12:00', null));
    await vault.put([person('eve', 'e9')]);
    expect(await kept()).toBe('');
    const rows = await installation.rows();
    expect(await rebuild(installation)).toMatchObject({ to: 'set_2', differing: 0 });
    expect(await installation.rows('set_2')).toEqual(rows);
  });

  it('is told nobody anew: details that come later are dropped, or destroyed with the event that they came with', async () => {
    installation.start();
    await append(ada, bob, erased('ada', '10:00'));
    await vault.put([person('ada', 'e7'), person('bob', 'e8')]);
    expect(await kept()).toBe('bob eve');
    // as if it had been written while the erasure was
    await installation.dataSource.query(`insert into contact select 'ada', 'Ada', null, null, null, null, now(), '/story', 'e7'`);
    await append(lead('ada').called('11:00', 'ana').called('11:01', 'ana'));
    expect(await kept()).toBe('bob eve');
  });

  it('stays erased where a rebuild meets the erasure first, its database having lost it', async () => {
    const projector = installation.start();
    await append(ada, bob, erased('ada', '10:00'));
    await installation.dataSource.query('delete from erased');
    await vault.put([person('ada')]);
    expect(await kept()).toBe('ada bob eve');
    await installation.stop(projector);
    await rebuild(installation);
    expect(await kept()).toBe('bob eve');
  });

  it('stays erased when an older backup is put back: the file remembers', async () => {
    const { dataSource } = installation;
    const told: string[] = [];
    installation.start({ erased: (leads) => told.push(...leads) });
    await append(ada, bob, erased('ada', '10:00'));
    expect(told).toEqual(['ada']);
    expect(await stayForgotten(dataSource, folder)).toBe(0);
    expect(readErasedFile(folder)).toEqual([erasedHash('ada')]);

    await dataSource.query('delete from erased');
    await vault.put([person('ada')]);
    expect(await stayForgotten(dataSource, folder)).toBe(2);
    expect(await kept()).toBe('bob eve');
    expect(await stayForgotten(dataSource, folder)).toBe(0);
    expect(readErasedFile(folder)).toEqual([erasedHash('ada')]);
  });

  it('is not taken from a line that a crash has cut off', async () => {
    writeFileSync(path.join(folder, 'erased'), erasedHash('ada').slice(0, 30));
    expect(await stayForgotten(installation.dataSource, folder)).toBe(0);
    expect(readErasedFile(folder)).toEqual([]);
  });
});
