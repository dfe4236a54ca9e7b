import { isJsonObject, type JsonObject } from './envelope.js';

/**
 * A JSON value as RFC 8785 writes it: keys sorted by UTF-16 units, no spaces, texts and numbers as `JSON.stringify` has them. A key whose
 * value is undefined is left out. Throws on what JSON cannot hold. Written by hand, since it runs for each event; its spec holds it against
 * the package `canonicalize`.
 */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (isJsonObject(value)) return canonicalObject(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value === null || typeof value === 'boolean' || Number.isFinite(value)) return JSON.stringify(value);
  throw new TypeError(`JSON cannot hold ${typeof value === 'number' ? value : `a value of type ${typeof value}`}`);
}

function canonicalObject(object: JsonObject): string {
  let text = '{';
  for (const key of sorted(Object.keys(object))) {
    const value = object[key];
    if (value !== undefined) text += `${text.length === 1 ? '' : ','}${named(key)}${canonicalJson(value)}`;
  }
  return `${text}}`;
}

/** Sorts a few keys in place: by insertion, since the data of an event has some five of them and `sort` costs more to begin with. */
function sorted(keys: string[]): readonly string[] {
  for (let i = 1; i < keys.length; i += 1) {
    const key = keys[i] ?? '';
    let place = i;
    for (; place > 0; place -= 1) {
      const before = keys[place - 1] ?? '';
      if (before <= key) break;
      keys[place] = before;
    }
    keys[place] = key;
  }
  return keys;
}

const names = new Map<string, string>();
const mostNames = 1000;

/** A key as it stands before its value; those of our schemas are few and are written once. */
function named(key: string): string {
  let name = names.get(key);
  if (name === undefined) {
    name = `${JSON.stringify(key)}:`;
    if (names.size < mostNames) names.set(key, name);
  }
  return name;
}
