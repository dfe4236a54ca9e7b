import path from 'node:path';
import { fileURLToPath } from 'node:url';

const HERE = path.dirname(fileURLToPath(import.meta.url));
const ABOVE_APPS = HERE.slice(0, HERE.lastIndexOf(`${path.sep}apps${path.sep}`));

/** The checkout: the built program lies in its folder dist, and started from the sources (tests) in itself. */
export const ROOT = path.basename(ABOVE_APPS) === 'dist' ? path.dirname(ABOVE_APPS) : ABOVE_APPS;
