import { StringTable } from './string-table.js';

/** A table of few texts that are read often: each is decoded once. */
export class NameTable extends StringTable {
  private readonly texts: (string | null)[] = [null];

  override text(id: number): string | null {
    const known = this.texts[id];
    if (known !== undefined) return known;
    const text = super.text(id);
    this.texts[id] = text;
    return text;
  }
}
