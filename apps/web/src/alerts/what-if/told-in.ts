import * as z from 'zod/mini';

const List = z.array(z.string());

/** Those whom an alert tells, of `to` of its events: several are a JSON array. */
export function toldIn(to: string): readonly string[] {
  if (!to.startsWith('["')) return [to];
  try {
    return List.safeParse(JSON.parse(to)).data ?? [to];
  } catch {
    return [to];
  }
}
