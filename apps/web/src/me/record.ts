/** The record's own member of that id: an id may well be `constructor`. */
export const memberOf = <T>(record: Readonly<Record<string, T>>, id: string): T | undefined =>
  Object.getOwnPropertyDescriptor(record, id) === undefined ? undefined : record[id];

/** The record with one member more, the latest last; of many the oldest are dropped. */
export const withMember = <T>(record: Readonly<Record<string, T>>, id: string, value: T, most: number): Record<string, T> =>
  Object.fromEntries([
    ...Object.entries(record)
      .filter(([other]) => other !== id)
      .slice(1 - most),
    [id, value],
  ]);

export const withoutMember = <T>(record: Readonly<Record<string, T>>, id: string): Record<string, T> =>
  Object.fromEntries(Object.entries(record).filter(([other]) => other !== id));
