/** The `code` of an error of Node or PostgreSQL (ENOENT, 23505 …); an empty text where there is none. */
export const errorCode = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
