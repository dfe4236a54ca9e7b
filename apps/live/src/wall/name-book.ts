import { contactNames } from '@leadclock/read-model/queries/contact-names.query.js';
import type { DataSource } from 'typeorm';
import { maskedName } from './masked-name.js';

const mostKept = 1_000;

/** The masked names of leads, read from the vault when one is shown and kept for a while; the vault's own text is never kept. */
export class NameBook {
  private readonly names = new Map<string, string>();

  constructor(private readonly dataSource: DataSource) {}

  /** Names of leads that have changed are read again. */
  forget(leads: Iterable<string>): void {
    for (const lead of leads) this.names.delete(lead);
  }

  forgetAll(): void {
    this.names.clear();
  }

  async namesOf(leads: Iterable<string>): Promise<ReadonlyMap<string, string>> {
    const wanted = [...new Set(leads)];
    const unknown = wanted.filter((lead) => !this.names.has(lead));
    if (unknown.length > 0) {
      if (this.names.size + unknown.length > mostKept) this.names.clear();
      const told = await contactNames(this.dataSource, wanted);
      for (const lead of wanted) this.names.set(lead, maskedName(told.get(lead) ?? null, lead));
    }
    return new Map(wanted.map((lead) => [lead, this.names.get(lead) ?? maskedName(null, lead)]));
  }
}
