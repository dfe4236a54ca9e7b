/** An event as it stands in a file. */
export interface Told {
  readonly specversion: string;
  readonly id: string;
  readonly source: string;
  readonly type: string;
  readonly subject: string;
  readonly time: string;
  readonly recordedtime: string;
  readonly data: object;
}

/** Tells of something that happened at `at`; it is heard then, or when `heardAt` says. Epoch milliseconds. */
export type Teller = (type: string, subject: string, at: number, data: object, heardAt?: number) => void;

/** A teller of one source, and what it has told; the names of its events are drawn from `name`. */
export function tellerOf(source: string, name: string): { readonly told: readonly Told[]; readonly tell: Teller } {
  const told: Told[] = [];
  const tell: Teller = (type, subject, at, data, heardAt = at) => {
    told.push({
      specversion: '1.0',
      id: `${name}-${told.length}`,
      source,
      type,
      subject,
      time: new Date(Math.floor(at)).toISOString(),
      recordedtime: new Date(Math.floor(heardAt)).toISOString(),
      data,
    });
  };
  return { told, tell };
}
