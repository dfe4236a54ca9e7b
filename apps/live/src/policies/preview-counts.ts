import type { PlannedPolicy } from '@leadclock/domain/configuration/plan-policies.js';
import { writeInstant } from '@leadclock/domain/events/instant.js';
import { compareUtf8 } from '@leadclock/domain/events/order.js';
import type { LeadTraits } from '@leadclock/domain/lead/policy-choice.js';
import type { PreviewedLead } from '@leadclock/domain/lead/policy-preview.js';

/** Leads by the policy that judges them; null: the default. */
interface Judged {
  readonly policy: string | null;
  readonly leads: number;
}

interface Share {
  readonly key: string | null;
  readonly leads: number;
}

export interface PreviewedPolicy {
  readonly policy: string;
  readonly change: PlannedPolicy['change'];
  readonly effective_at: string;
  /** leads that it is meant for, those among them that another of a lower order takes */
  readonly matches: number;
  /** leads that it would have judged */
  readonly judges: number;
  /** which policies have judged the leads that it is meant for, the most first */
  readonly judged_now: readonly Judged[];
  /** which would have */
  readonly judged_then: readonly Judged[];
  /** the leads that it is meant for, by where they came from and by team, the most first; null: not known */
  readonly by_origin: readonly Share[];
  readonly by_team: readonly Share[];
}

interface Count {
  matches: number;
  judges: number;
  readonly now: Tally;
  readonly then: Tally;
  readonly origins: Tally;
  readonly teams: Tally;
}

type Tally = Map<string | null, number>;

/** Counts leads that are previewed. */
export class PreviewCounts {
  private readonly counts: readonly Count[];
  private leads = 0;
  private moved = 0;

  constructor(private readonly planned: readonly PlannedPolicy[]) {
    this.counts = planned.map(() => ({ matches: 0, judges: 0, now: new Map(), then: new Map(), origins: new Map(), teams: new Map() }));
  }

  add({ matched, judgedBy, wouldBeJudgedBy }: PreviewedLead, { origin, team }: Pick<LeadTraits, 'origin' | 'team'>): void {
    this.leads += 1;
    if (judgedBy !== wouldBeJudgedBy) this.moved += 1;
    for (const index of matched) {
      const count = this.counts[index];
      if (count === undefined) continue;
      count.matches += 1;
      tally(count.now, judgedBy);
      tally(count.then, wouldBeJudgedBy);
      tally(count.origins, origin);
      tally(count.teams, team);
      if (this.planned[index]?.policy === wouldBeJudgedBy) count.judges += 1;
    }
  }

  /** `moved`: leads that another policy would have judged. */
  told(): { readonly count: number; readonly moved: number; readonly policies: readonly PreviewedPolicy[] } {
    const policies = this.planned.map(({ policy, change, effect }, index) => {
      const { matches = 0, judges = 0, now, then, origins, teams } = this.counts[index] ?? {};
      return {
        policy,
        change,
        effective_at: writeInstant(effect),
        matches,
        judges,
        judged_now: judged(now),
        judged_then: judged(then),
        by_origin: shares(origins),
        by_team: shares(teams),
      };
    });
    return { count: this.leads, moved: this.moved, policies };
  }
}

function tally(counts: Tally, key: string | null): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

const shares = (counts: Tally = new Map()): readonly Share[] =>
  [...counts].map(([key, leads]) => ({ key, leads })).toSorted((a, b) => b.leads - a.leads || compareUtf8(a.key ?? '', b.key ?? ''));

const judged = (counts?: Tally): readonly Judged[] => shares(counts).map(({ key, leads }) => ({ policy: key, leads }));
