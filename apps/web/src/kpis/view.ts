import { type GroupKey, NO_VALUE, type Question, writeQuestion } from './question.js';

const tabs = ['answer', 'rows', 'revisions'] as const;
export type Tab = (typeof tabs)[number];

/** What one looks at of an answer: it stands in the address beside the question. */
export interface View {
  readonly tab: Tab;
  /** the group whose rows and trend are shown; null: all */
  readonly group: GroupKey | null;
  /** the rows left out for this reason; null: all rows */
  readonly excluded: string | null;
  /** null: the one that suits the window */
  readonly bucket: Bucket | null;
  /** the column that the groups are sorted by, descending with a minus in front; null: as the KPI ranks them */
  readonly sort: string | null;
  /** the lead that is open in the panel */
  readonly lead: string | null;
}

export const buckets = ['hour', 'day', 'week', 'month'] as const;
export type Bucket = (typeof buckets)[number];

export const plainView: View = { tab: 'answer', group: null, excluded: null, bucket: null, sort: null, lead: null };

/** Reads what an address shows; what nobody understands is as if it were not there. */
export function readView(address: URLSearchParams): View {
  const members = address.getAll('in').flatMap((text): [string, string | null][] => {
    const at = text.indexOf(':');
    if (at < 1) return [];
    const value = text.slice(at + 1);
    return [[text.slice(0, at), value === NO_VALUE ? null : value]];
  });
  return {
    tab: tabs.find((one) => one === address.get('view')) ?? 'answer',
    group: members.length === 0 ? null : Object.fromEntries(members),
    excluded: address.get('out') || null,
    bucket: buckets.find((one) => one === address.get('bucket')) ?? null,
    sort: address.get('sort') || null,
    lead: address.get('lead') || null,
  };
}

/** The address of a question as it is looked at. `before`: the address of the page, whose language stays. */
export function writeView(before: URLSearchParams, question: Question, view: View): URLSearchParams {
  const address = writeQuestion(question);
  if (view.tab !== 'answer') address.set('view', view.tab);
  for (const [dimension, value] of Object.entries(view.group ?? {})) address.append('in', `${dimension}:${value ?? NO_VALUE}`);
  if (view.excluded !== null) address.set('out', view.excluded);
  if (view.bucket !== null) address.set('bucket', view.bucket);
  if (view.sort !== null) address.set('sort', view.sort);
  if (view.lead !== null) address.set('lead', view.lead);
  const language = before.get('lang');
  if (language !== null) address.set('lang', language);
  return address;
}
