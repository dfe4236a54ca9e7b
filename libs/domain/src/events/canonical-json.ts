import canonicalize from 'canonicalize';

// the package is CommonJS and exports the function itself, while its types speak of an ES module's default
const serialize = canonicalize as unknown as (value: unknown) => string | undefined;

/** A JSON value as RFC 8785 writes it: keys sorted, no spaces, numbers in their shortest form. */
export const canonicalJson = (value: object): string => serialize(value) ?? '';
