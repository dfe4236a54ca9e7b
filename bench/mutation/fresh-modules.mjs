// The modules of libs/domain, compiled once and made anew as often as wanted: a cache, a constant or a catalogue that one
// mutant has spoilt is gone before the next one is tried, without a new process and without reading or compiling again.
import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { compileFunction } from 'node:vm';

const PARAMETERS = ['exports', 'require', 'module'];
/** Each property tries no more values than this: eight, so that a mutant that lives is known within a second. */
const mostRuns = Number(process.env.PROPERTY_RUNS ?? 8);

/**
 * Properties under mutation: the same values for every mutant, so that a figure can be had again; not many of them (fewer can
 * only lower the score); and no search for the smallest counter-example.
 */
function inBrief(fastCheck) {
  const settings = { seed: 20_261_101, endOnFailure: true };
  const assert = (property, { numRuns = 100, ...more } = {}) =>
    fastCheck.assert(property, { ...more, ...settings, numRuns: Math.min(numRuns, mostRuns) });
  return { ...fastCheck, default: { ...fastCheck.default, assert }, assert };
}

/** Makes modules for the checkout in `root`; each call of what it answers begins with none: `load` one by its path, `has` one been loaded? */
export async function moduleLoader(root) {
  const fromRoot = createRequire(resolve(root, 'package.json'));
  const { transformSync } = fromRoot('@swc/core');
  const { default: jest } = await import(pathToFileURL(resolve(root, 'jest.config.mjs')).href);
  const [[, settings]] = Object.values(jest.projects[0].transform);
  const compiled = new Map();
  const fastCheck = inBrief(fromRoot('fast-check'));
  const packageNamed = (name) => (name === 'fast-check' ? fastCheck : fromRoot(name));

  const compile = (path) => {
    const known = compiled.get(path);
    if (known !== undefined) return known;
    const { code } = transformSync(readFileSync(path, 'utf8'), { ...settings, sourceMaps: false, filename: path });
    const made = compileFunction(code, PARAMETERS, { filename: path });
    compiled.set(path, made);
    return made;
  };
  const sources = new Map();
  const sourceOf = (from, name) => {
    const key = `${from}\0${name}`;
    if (!sources.has(key)) {
      const path = resolve(dirname(from), name.replace(/\.js$/, '.ts'));
      sources.set(key, statSync(path, { throwIfNoEntry: false }) === undefined ? null : path);
    }
    return sources.get(key);
  };

  return () => {
    const modules = new Map();
    const load = (path) => {
      const known = modules.get(path);
      if (known !== undefined) return known.exports;
      const module = { exports: {} };
      modules.set(path, module);
      const requireFrom = (name) => {
        const source = name.startsWith('.') ? sourceOf(path, name) : null;
        return source === null ? packageNamed(name) : load(source);
      };
      compile(path)(module.exports, requireFrom, module);
      return module.exports;
    };
    return { load, has: (path) => modules.has(path) };
  };
}
