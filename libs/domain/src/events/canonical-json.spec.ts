import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { canonicalJson } from './canonical-json.js';

// the package is CommonJS and exports the function itself, while its types speak of an ES module's default
const reference: unknown = canonicalize;

function byReference(value: unknown): unknown {
  if (typeof reference !== 'function') throw new TypeError('the package canonicalize no longer exports a function');
  return Reflect.apply(reference, undefined, [value]);
}

describe('canonical JSON', () => {
  it('is that of RFC 8785, section 3.2.4', () => {
    const value = {
      numbers: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '\u20ac$\u000f\u000aA\'\u0042\u0022\u005c\\"/',
      literals: [null, true, false],
    };
    expect(canonicalJson(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  it('sorts keys by UTF-16 units', () => {
    expect(canonicalJson({ '\ufb33': 1, '\u{1f600}': 2, '\u20ac': 3, '\r': 4, '1': 5, '\u00f6': 6, '\u0080': 7 })).toBe(
      '{"\\r":4,"1":5,"\u0080":7,"\u00f6":6,"\u20ac":3,"\u{1f600}":2,"\ufb33":1}',
    );
  });

  it('is that of the package canonicalize for any value', () => {
    const anyText = fc.string({ unit: 'binary' });
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'binary', maxDepth: 4 }), fc.dictionary(anyText, fc.double()), (value, numbers) => {
        expect(canonicalJson(value)).toBe(byReference(value));
        const finite = Object.fromEntries(Object.entries(numbers).filter(([, number]) => Number.isFinite(number)));
        expect(canonicalJson(finite)).toBe(byReference(finite));
      }),
      { numRuns: 500 },
    );
  });

  it('leaves out a key without a value, and refuses what JSON cannot hold', () => {
    expect(canonicalJson({ b: undefined, a: 1 })).toBe('{"a":1}');
    expect(() => canonicalJson({ a: Number.NaN })).toThrow('JSON cannot hold NaN');
    expect(() => canonicalJson([1n])).toThrow('JSON cannot hold a value of type bigint');
  });
});
