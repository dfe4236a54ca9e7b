import { type Agreement, agreedAmong, agreedSince, agreementsOf } from '@leadclock/read-model/queries/agreements.query.js';
import { inSnapshot } from '@leadclock/read-model/queries/snapshot.js';
import type { DataSource } from 'typeorm';

/** An offer that is older when everything is read is not shown; it can be accepted all the same. */
const offersShownMs = 30 * 86_400_000;
/** So long reps see how an offer ended. */
const endShownMs = 10 * 60_000;
/** More changed leads than this are read as everything is. */
const mostChanged = 20_000;

/** The calls that reps have promised and the leads that they have offered to each other, by lead, kept in step with the change feed. */
export class AgreementBook {
  private readonly known = new Map<string, Agreement>();
  private readonly leadsOf = new Map<string, Set<string>>();
  /** null: nothing was read yet, or all is to be read again */
  private changed: Set<string> | null = null;

  constructor(private readonly dataSource: DataSource) {}

  /** Leads that have changed are looked at again. */
  forget(leads: Iterable<string>): void {
    for (const lead of leads) this.changed?.add(lead);
    if (this.changed !== null && this.changed.size > mostChanged) this.changed = null;
  }

  forgetAll(): void {
    this.changed = null;
  }

  /** Takes in what has changed. `now` is epoch ms. What cannot be read stays to be read. */
  async follow(now: number): Promise<void> {
    const { changed } = this;
    if (changed !== null && changed.size === 0) return;
    const looked = [...(changed ?? [])];
    const { leads, agreed } = await inSnapshot(this.dataSource, async (snapshot) => {
      const among = changed === null ? await agreedSince(snapshot, now - offersShownMs) : await agreedAmong(snapshot, looked);
      const again = [...new Set([...among, ...looked.filter((lead) => this.known.has(lead))])];
      return { leads: again, agreed: await agreementsOf(snapshot, again) };
    });
    if (changed === null) this.clear();
    for (const lead of leads) this.put(lead, agreed.get(lead) ?? null, now);
    if (changed === null) this.changed = new Set();
    else for (const lead of looked) changed.delete(lead);
  }

  of(lead: string): Agreement | null {
    return this.known.get(lead) ?? null;
  }

  /** The leads that this rep has promised to call, and those offered to him or by him. */
  ofRep(rep: string): readonly Agreement[] {
    return [...(this.leadsOf.get(rep) ?? [])].flatMap((lead) => this.known.get(lead) ?? []);
  }

  private put(lead: string, told: Agreement | null, now: number): void {
    for (const rep of repsOf(this.known.get(lead) ?? null)) this.leadsOf.get(rep)?.delete(lead);
    const offer = told?.offer?.end != null && told.offer.end.at < now - endShownMs ? null : (told?.offer ?? null);
    if (told === null || (offer === null && told.callBack === null)) {
      this.known.delete(lead);
      return;
    }
    const agreement = { ...told, offer };
    this.known.set(lead, agreement);
    for (const rep of repsOf(agreement)) {
      const leads = this.leadsOf.get(rep);
      if (leads === undefined) this.leadsOf.set(rep, new Set([lead]));
      else leads.add(lead);
    }
  }

  private clear(): void {
    this.known.clear();
    this.leadsOf.clear();
  }
}

function repsOf(agreement: Agreement | null): readonly string[] {
  if (agreement === null) return [];
  const { offer, callBack } = agreement;
  return [...(offer === null ? [] : [offer.from, offer.to]), ...(callBack === null ? [] : [callBack.rep])];
}
