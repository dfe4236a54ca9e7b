import { eventHash } from './event-hash.js';

const FIRST_PLACES = 64;
/** A search stays short as long as so much of the table is taken at most. */
const FULL = 0.7;

/**
 * Which subjects were here, by a 32-bit hash of each: 6 to 12 bytes a subject. A subject that was marked is always found; of those that were not,
 * one in some thousands is found too once a million are marked. (A Bloom filter would take a third of that, and has to be told its size beforehand.)
 */
export class SubjectMarks {
  /** open addressing: a hash lies at the place of its last bits, or at the next free one; 0: free */
  private places = new Uint32Array(FIRST_PLACES);
  private count = 0;

  add(subject: string): void {
    if (this.count >= FULL * this.places.length) this.grow();
    this.put(hashOf(subject));
  }

  has(subject: string): boolean {
    const hash = hashOf(subject);
    return this.places[this.placeOf(hash)] === hash;
  }

  private put(hash: number): void {
    const place = this.placeOf(hash);
    if (this.places[place] === hash) return;
    this.places[place] = hash;
    this.count += 1;
  }

  /** Where this hash lies, or would. */
  private placeOf(hash: number): number {
    const last = this.places.length - 1;
    let place = hash & last;
    while (this.places[place] !== 0 && this.places[place] !== hash) place = (place + 1) & last;
    return place;
  }

  private grow(): void {
    const before = this.places;
    this.places = new Uint32Array(before.length * 2);
    this.count = 0;
    for (const hash of before) if (hash !== 0) this.put(hash);
  }
}

/** Never 0. */
const hashOf = (subject: string): number => eventHash('', subject) >>> 0 || 1;
