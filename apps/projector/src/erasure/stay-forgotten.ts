import { erasedHashes, forgetAgain } from '@leadclock/read-model/outside/erased.table.js';
import { addToErasedFile, readErasedFile } from '@leadclock/runtime/erased-file.js';
import type { DataSource } from 'typeorm';

/**
 * At start the database and the file learn from each other who was erased, and the vault is emptied of them: a backup that was put back may have
 * brought their details, without the knowledge that they are not to be kept. Answers how many were destroyed.
 */
export async function stayForgotten(dataSource: DataSource, dataFolder: string): Promise<number> {
  const destroyed = await forgetAgain(dataSource, readErasedFile(dataFolder));
  addToErasedFile(dataFolder, await erasedHashes(dataSource));
  return destroyed;
}
