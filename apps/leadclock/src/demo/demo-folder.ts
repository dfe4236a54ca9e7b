import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DataFolderInUse, ownerOf } from '@leadclock/runtime/data-folder.js';

const MARK = 'demo.txt';

/**
 * The folder of the demo below the data folder, empty: each demo begins with a week of its own, up to now. What an earlier demo left is removed;
 * a folder that no demo has made is left alone, with an error.
 */
export function emptyDemoFolder(dataFolder: string): string {
  const folder = path.join(dataFolder, 'demo');
  const owner = ownerOf(folder);
  if (owner !== null) throw new DataFolderInUse(folder, owner);
  if (existsSync(folder) && readdirSync(folder).length > 0) {
    if (!existsSync(path.join(folder, MARK)))
      throw new Error(`${folder} was not made by a demo, and is left alone: move it away, or set LEADCLOCK_DATA to another folder`);
    rmSync(folder, { recursive: true });
  }
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(path.join(folder, MARK), 'A demo plays here. The next one removes this folder and begins anew.\n');
  return folder;
}
