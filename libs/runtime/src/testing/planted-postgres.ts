import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';

/**
 * Puts the folder of an empty PostgreSQL, which the run of jest has made once (POSTGRES_TEMPLATE), where a server will be started; a folder that is there
 * stays as it is. To make one anew costs a second and a half of a processor. Nothing in it has to outlive the machine, so nothing is made to reach the disk.
 */
export function plantPostgres(folder: string): void {
  const template = process.env['POSTGRES_TEMPLATE'];
  if (!template) throw new Error('POSTGRES_TEMPLATE is not set: run the test through jest, whose global set-up makes it');
  if (existsSync(folder)) return;
  mkdirSync(path.dirname(folder), { recursive: true, mode: 0o700 });
  // with owner and mode: the server may be another user than the tests
  for (const end of ['', '.password']) execFileSync('cp', ['-Rp', `${template}${end}`, `${folder}${end}`]);
}
