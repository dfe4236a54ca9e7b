import type { DataSource } from 'typeorm';

/** The names that the vault holds of these leads, for masking: of several the one told last. Never to be logged. */
export async function contactNames(dataSource: DataSource, leads: readonly string[]): Promise<Map<string, string>> {
  if (leads.length === 0) return new Map();
  const rows = await dataSource.query<{ lead: string; name: string }[]>(
    `select lead, name from contact where lead = any($1::text[]) and name is not null`,
    [leads],
  );
  return new Map(rows.map(({ lead, name }) => [lead, name]));
}
