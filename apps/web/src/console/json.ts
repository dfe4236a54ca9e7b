/** Reading of an answer whose shape nobody has promised to this page: what is missing or of another kind is null. */
export const memberIn = (body: unknown, name: string): unknown =>
  typeof body === 'object' && body !== null ? Reflect.get(body, name) : undefined;

export function textIn(body: unknown, name: string): string | null {
  const value = memberIn(body, name);
  return typeof value === 'string' ? value : null;
}

export function numberIn(body: unknown, name: string): number | null {
  const value = memberIn(body, name);
  return typeof value === 'number' ? value : null;
}

/** RFC 3339 to epoch ms. */
export function instantIn(body: unknown, name: string): number | null {
  const at = Date.parse(textIn(body, name) ?? '');
  return Number.isNaN(at) ? null : at;
}

export function listIn(body: unknown, name: string): readonly unknown[] {
  const value = memberIn(body, name);
  return Array.isArray(value) ? value : [];
}
