import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** The folder with the compiled program; BENCH_DIST names another build. */
export const dist = path.resolve(process.env.BENCH_DIST ?? new URL('../../dist', import.meta.url).pathname);

/** A module of the compiled program, by its path in the repository. */
export const built = (file) => import(pathToFileURL(path.join(dist, file)).href);
