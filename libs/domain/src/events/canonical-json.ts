import canonicalize from 'canonicalize';

// the package is CommonJS and exports the function itself, while its types speak of an ES module's default
const serialize: unknown = canonicalize;

/** A JSON value as RFC 8785 writes it: keys sorted by UTF-16 units, no spaces, numbers in their shortest form. */
export function canonicalJson(value: object): string {
  const text: unknown = typeof serialize === 'function' ? Reflect.apply(serialize, undefined, [value]) : undefined;
  if (typeof text !== 'string') throw new TypeError('the package canonicalize no longer exports a function that gives text');
  return text;
}
