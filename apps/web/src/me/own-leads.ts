import { instantIn, listIn, textIn } from '../console/json.js';

/** A lead of the rep's that does not wait any more, and what came of it. */
export interface OwnLead {
  readonly lead: string;
  readonly name: string;
  /** when it was answered, else closed; epoch ms */
  readonly at: number;
  /** `met`, `late`: it counts for the rep so; `other`: somebody else (`by`, an id) answered it; `closed`: nobody did */
  readonly came: 'met' | 'late' | 'other' | 'closed';
  readonly by: string | null;
  /** how what people say is wrong about it stands; null: nobody says so */
  readonly dispute: string | null;
}

/** A lead as `GET /v1/leads` lists it. */
export interface ListedLead {
  readonly lead: string;
  readonly name: string;
  readonly answeredAt: number | null;
  readonly answeredBy: string | null;
  readonly closedAt: number | null;
  readonly dispute: string | null;
}

export const readListed = (body: unknown): readonly ListedLead[] =>
  listIn(body, 'leads').flatMap((line) => {
    const lead = textIn(line, 'lead');
    if (lead === null) return [];
    return {
      lead,
      name: textIn(line, 'name') ?? lead,
      answeredAt: instantIn(line, 'answered_at'),
      answeredBy: textIn(line, 'answered_by'),
      closedAt: instantIn(line, 'closed_at'),
      dispute: textIn(line, 'dispute'),
    };
  });

/** Which leads count for a rep as met or missed: the rows of `answered-in-target`, the latest verdict last. */
export type Verdicts = ReadonlyMap<string, 'met' | 'late'>;

export function readVerdicts(body: unknown): Verdicts {
  const rows = listIn(body, 'rows').filter((row) => textIn(row, 'excluded') === null);
  const told = rows.map((row) => ({ lead: textIn(row, 'subject'), part: textIn(row, 'part'), from: instantIn(row, 'from') ?? 0 }));
  const verdicts = new Map<string, 'met' | 'late'>();
  for (const { lead, part } of told.sort((a, b) => a.from - b.from)) if (lead !== null) verdicts.set(lead, part === 'met' ? 'met' : 'late');
  return verdicts;
}

/** The leads of a rep that wait no more, the latest first; one that the server tells twice stands once. */
export function ownLeads(listed: readonly ListedLead[], verdicts: Verdicts, rep: string): readonly OwnLead[] {
  const byId = new Map(listed.map((line) => [line.lead, line]));
  return [...byId.values()].flatMap((line) => ownLead(line, verdicts, rep) ?? []).sort((a, b) => b.at - a.at);
}

function ownLead({ lead, name, answeredAt, answeredBy, closedAt, dispute }: ListedLead, verdicts: Verdicts, rep: string): OwnLead | null {
  const at = answeredAt ?? closedAt;
  if (at === null) return null;
  const verdict = verdicts.get(lead);
  const byOther = answeredAt !== null && answeredBy !== rep;
  const came = verdict ?? (answeredAt === null ? 'closed' : byOther ? 'other' : 'met');
  return { lead, name, at, came, by: answeredBy, dispute };
}
