/** A module of the built program. */
export const fromDist = (path) => import(new URL(path, process.env.BENCH_DIST ?? new URL('../../dist/', import.meta.url)).href);
