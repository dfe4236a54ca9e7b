/** What is read of leads when they are shown, kept until they change. `read` is asked only for those that are not known. */
export class LeadBook<V> {
  private readonly known = new Map<string, V>();

  constructor(
    private readonly read: (leads: readonly string[]) => Promise<ReadonlyMap<string, V>>,
    /** more are kept only while all of them are shown */
    private readonly mostKept: number,
  ) {}

  /** Leads that have changed are read again. */
  forget(leads: Iterable<string>): void {
    for (const lead of leads) this.known.delete(lead);
  }

  forgetAll(): void {
    this.known.clear();
  }

  async of(leads: Iterable<string>): Promise<ReadonlyMap<string, V>> {
    const wanted = new Set(leads);
    const unknown = [...wanted].filter((lead) => !this.known.has(lead));
    if (unknown.length > 0) {
      for (const [lead, value] of await this.read(unknown)) this.known.set(lead, value);
      this.makeRoom(wanted);
    }
    return this.known;
  }

  private makeRoom(wanted: ReadonlySet<string>): void {
    for (const lead of this.known.keys()) {
      if (this.known.size <= this.mostKept) return;
      if (!wanted.has(lead)) this.known.delete(lead);
    }
  }
}

/** What several books hold of leads is forgotten by one word. */
export const booksTogether = (...books: readonly LeadBook<unknown>[]) => ({
  forget(leads: Iterable<string>): void {
    const changed = [...leads];
    for (const book of books) book.forget(changed);
  },
  forgetAll(): void {
    for (const book of books) book.forgetAll();
  },
});
