import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { installationOf } from '@leadclock/identity/installation.js';
import { type ImportReport, type ImportRequest, importFiles } from '../import/import-files.js';
import type { RejectedLine } from '../import/import-progress-told.js';
import { sendOverHttp } from '../import/send-over-http.js';
import { created, NOW, type OpenDoor } from './open-door.js';

export const line = (id: string, more: Record<string, unknown> = {}): string => JSON.stringify(created(id, more));

/** So many events, one a line, with ids that sort as they stand. */
export const linesOf = (count: number, prefix = 'e'): string =>
  Array.from({ length: count }, (_, n) => line(`${prefix}${String(n).padStart(5, '0')}`)).join('\n');

/** A story's words for the door that is open at the time. */
export const importsOf = (door: () => OpenDoor) => ({
  file: (name: string, content: string | Buffer) => fileIn(door(), name, content),
  run: (files: readonly string[], more: Partial<ImportRequest> = {}) => importInto(door(), files, more),
});

/** Puts a file into the door's data folder and answers its path. */
function fileIn(door: OpenDoor, name: string, content: string | Buffer): string {
  const where = path.join(door.dataFolder, name);
  writeFileSync(where, content);
  return where;
}

/** Imports files into a door as the command line does, without waiting between tries. */
async function importInto(
  door: OpenDoor,
  files: readonly string[],
  more: Partial<ImportRequest> = {},
): Promise<{ report: ImportReport; rejects: RejectedLine[] }> {
  const rejects: RejectedLine[] = [];
  const report = await importFiles({
    files,
    send: sendOverHttp(door.url, door.dataFolder),
    dataFolder: door.dataFolder,
    installation: await installationOf(door.dataSource),
    clock: () => NOW,
    pause: () => Promise.resolve(),
    onReject: (reject) => rejects.push(reject),
    ...more,
  });
  return { report, rejects };
}
