import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, renameSync } from 'node:fs';
import path from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const variable = (name: string): string => {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: the run of jest starts what the tests share`);
  return value;
};

/**
 * The pages as they are shipped, built once in a run of jest by whoever needs them first: answers the folder. Two that begin at once build
 * both, and one of the builds is taken.
 */
export function builtPages(): string {
  const folder = variable('PAGES_FOLDER');
  if (existsSync(folder)) return folder;
  const own = mkdtempSync(`${folder}-`);
  const vite = path.resolve('node_modules', 'vite', 'bin', 'vite.js');
  // jest's NODE_ENV would build React for development
  const env = { ...process.env, NODE_ENV: 'production' };
  execFileSync(process.execPath, [vite, 'build', '-c', 'apps/web/vite.config.mts', '--outDir', own, '--logLevel', 'error'], { env });
  try {
    renameSync(own, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

/** The browser that the run of jest has started. */
export const sharedBrowser = (): Promise<Browser> => chromium.connect(variable('BROWSER_WS'));
