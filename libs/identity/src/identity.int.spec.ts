import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createDataSource } from '@leadclock/read-model/data-source.js';
import { migrate } from '@leadclock/read-model/migrate.js';
import { freshDatabase } from '@leadclock/runtime/testing/fresh-database.js';
import type { DataSource } from 'typeorm';
import { ensureApiKey, readApiKey } from './api-key.js';
import { installationOf } from './installation.js';
import { Keyring } from './keyring.js';
import { LocalToken, readLocalToken } from './local-token.js';

const database = async (): Promise<DataSource> => {
  const dataSource = await createDataSource(await freshDatabase()).initialize();
  await migrate(dataSource);
  return dataSource;
};

describe('the first key', () => {
  let dataFolder: string;
  let dataSource: DataSource;
  let now = 0;
  beforeEach(async () => {
    dataFolder = mkdtempSync(path.join(tmpdir(), 'leadclock-key-'));
    dataSource = await database();
    now = 1_000_000;
  });
  afterEach(async () => {
    if (dataSource.isInitialized) await dataSource.destroy();
    rmSync(dataFolder, { recursive: true, force: true });
  });

  const keyFile = () => path.join(dataFolder, 'api.key');
  const ring = async () => {
    const keyring = new Keyring(dataSource, () => now);
    await keyring.load();
    return keyring;
  };

  it('is made once, for the owner alone to read, and only its hash is in the database', async () => {
    expect(await ensureApiKey(dataFolder, dataSource)).toEqual({ outcome: 'made', file: keyFile() });
    const key = readApiKey(dataFolder);
    expect(key).toMatch(/^lc_[A-Za-z0-9_-]{43}$/);
    expect(statSync(keyFile()).mode & 0o777).toBe(0o600);
    expect(JSON.stringify(await dataSource.query('select * from api_key'))).not.toContain(key);
  });

  it('survives a restart', async () => {
    await ensureApiKey(dataFolder, dataSource);
    const key = readApiKey(dataFolder);
    expect(await ensureApiKey(dataFolder, dataSource)).toMatchObject({ outcome: 'kept' });
    expect(readApiKey(dataFolder)).toBe(key);
    expect(await dataSource.query('select id from api_key')).toHaveLength(1);
  });

  it('is taken over by an empty database: that of a first start that died half-way, or another one', async () => {
    await ensureApiKey(dataFolder, dataSource);
    const other = await database();
    expect(await ensureApiKey(dataFolder, other)).toMatchObject({ outcome: 'adopted' });
    expect(await other.query('select hash from api_key')).toEqual(await dataSource.query('select hash from api_key'));
    await other.destroy();
  });

  it('is made again when its file is lost or it was revoked; a lost one still opens the door, a revoked one does not', async () => {
    await ensureApiKey(dataFolder, dataSource);
    const [first, id] = [readApiKey(dataFolder), await installationOf(dataSource)];
    rmSync(keyFile());
    expect(await ensureApiKey(dataFolder, dataSource)).toMatchObject({ outcome: 'made-again' });
    const second = readApiKey(dataFolder);
    expect((await ring()).verify(`Bearer ${first}`)).toMatchObject({ role: 'sender' });
    expect((await ring()).verify(`Bearer ${second}`)).toMatchObject({ role: 'sender' });
    expect(await installationOf(dataSource)).toBe(id);

    await dataSource.query('update api_key set revoked_at = now()');
    expect(await ensureApiKey(dataFolder, dataSource)).toMatchObject({ outcome: 'made-again' });
    expect(await (await ring()).verify(`Bearer ${second}`)).toBeNull();
    expect((await ring()).verify(`Bearer ${readApiKey(dataFolder)}`)).not.toBeNull();
  });

  it('is closed to others when its file was open to them', async () => {
    await ensureApiKey(dataFolder, dataSource);
    chmodSync(keyFile(), 0o644);
    readApiKey(dataFolder);
    expect(statSync(keyFile()).mode & 0o777).toBe(0o600);
  });

  it('is not made over a file that holds something else: whoever put it there is told', async () => {
    writeFileSync(keyFile(), 'my shopping list');
    await expect(ensureApiKey(dataFolder, dataSource)).rejects.toThrow(/holds no API key .* remove the file/);
    expect(readFileSync(keyFile(), 'utf8')).toBe('my shopping list');
  });

  it.each([
    ['a second later', 1_000],
    ['when the clock was set back an hour meanwhile', -3_600_000],
  ])('made later is found by a door that is open, which looks into the database once a second at most: %s', async (_when, ms) => {
    await ensureApiKey(dataFolder, dataSource);
    const keyring = await ring();
    rmSync(keyFile());
    await ensureApiKey(dataFolder, dataSource);
    const later = `Bearer ${readApiKey(dataFolder)}`;
    expect(await keyring.verify(later)).toBeNull();
    now += ms;
    expect(await keyring.verify(later)).not.toBeNull();
  });

  it('is known while the database is away', async () => {
    await ensureApiKey(dataFolder, dataSource);
    const keyring = await ring();
    await dataSource.destroy();
    now += 60_000;
    expect(keyring.verify(`bearer ${readApiKey(dataFolder)}`)).not.toBeNull();
    expect(await keyring.verify(`Bearer lc_${'x'.repeat(43)}`)).toBeNull();
  });
});

describe('the local token', () => {
  it('opens for the run that made it alone', () => {
    const dataFolder = mkdtempSync(path.join(tmpdir(), 'leadclock-token-'));
    expect(readLocalToken(dataFolder)).toBeNull();
    const first = LocalToken.make(dataFolder);
    const shown = `Bearer ${readLocalToken(dataFolder)}`;
    expect(first.matches(shown)).toBe(true);
    expect(first.matches(undefined)).toBe(false);
    expect(first.matches('Bearer ')).toBe(false);
    expect(statSync(path.join(dataFolder, 'local.token')).mode & 0o777).toBe(0o600);
    expect(LocalToken.make(dataFolder).matches(shown)).toBe(false);
    rmSync(dataFolder, { recursive: true });
  });
});
