import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { claimDataFolder, DataFolderInUse, findProgram } from './data-folder.js';

const parent = mkdtempSync(path.join(tmpdir(), 'leadclock-folder-'));
afterAll(() => rmSync(parent, { recursive: true, force: true }));

const address = {
  url: 'http://127.0.0.1:1',
  databaseUrl: 'postgres://u:secret@127.0.0.1:2/postgres',
  log: { kafka: null, topic: 't', configTopic: 'c' },
};
let next = 0;
const newFolder = () => path.join(parent, String(next++));

it('a second program on the same folder is refused, naming the first', () => {
  const folder = newFolder();
  const claimed = claimDataFolder(folder);
  expect(() => claimDataFolder(folder)).toThrow(DataFolderInUse);
  expect(() => claimDataFolder(folder)).toThrow(`process ${process.pid}`);
  claimed.release();
  claimDataFolder(folder).release();
});

it('the lock of a program that is gone is taken over, also when its number lives on in another process', () => {
  const folder = newFolder();
  const gone = spawnSync(process.execPath, ['-e', '']).pid;
  claimDataFolder(folder).release();
  for (const pid of [gone, process.pid]) {
    writeFileSync(path.join(folder, 'leadclock.lock'), JSON.stringify({ pid, startedAt: 'long ago' }));
    expect(findProgram(folder)).toBeNull();
    claimDataFolder(folder).release();
  }
});

it('a lock that was being written when the power went is taken over', () => {
  const folder = newFolder();
  claimDataFolder(folder).release();
  writeFileSync(path.join(folder, 'leadclock.lock'), '{"pi');
  claimDataFolder(folder).release();
});

it('commands find a program from when it says where it is until it ends', () => {
  const folder = newFolder();
  const claimed = claimDataFolder(folder);
  expect(findProgram(folder)).toBeNull();
  claimed.announce(address);
  expect(findProgram(folder)).toEqual(address);
  expect(statSync(path.join(folder, 'leadclock.address.json')).mode & 0o777).toBe(0o600);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  claimed.release();
  expect(findProgram(folder)).toBeNull();
});

it('the address that a killed program left behind leads nowhere', () => {
  const folder = newFolder();
  claimDataFolder(folder).announce(address);
  const lock = path.join(folder, 'leadclock.lock');
  writeFileSync(lock, readFileSync(lock, 'utf8').replace(/"startedAt":"[^"]*"/, '"startedAt":"before"'));
  expect(findProgram(folder)).toBeNull();
});
