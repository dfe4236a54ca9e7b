import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The name of what the screens were built from: it changes with the page that names their files, so a screen that hears another one knows
 * that it is old. Without built screens: `none`.
 */
export function buildName(): string {
  const here = path.dirname(fileURLToPath(import.meta.url));
  const root = here.slice(0, here.lastIndexOf(`${path.sep}apps${path.sep}`));
  const web = root.endsWith(`${path.sep}dist`) ? path.join(root, 'web') : path.join(root, 'dist', 'web');
  try {
    return createHash('sha256')
      .update(readFileSync(path.join(web, 'wall.html')))
      .digest('hex')
      .slice(0, 12);
  } catch {
    return 'none';
  }
}
