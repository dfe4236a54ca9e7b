import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Filters, Showing } from './address.js';
import { LeadPage, type ListedLead } from './answers.js';
import { ask, askRows } from './ask.js';
import { windowOf } from './days.js';
import { completed, linesOf, type PanelLine, waitingLine, waitingThenLongest } from './panel-rows.js';
import { answersQuestion, leadsQuestion, namesQuestion, rowsQuestion } from './questions.js';
import type { Problem } from './team-context.js';
import { useProblem } from './use-asked.js';
import { MOVING } from './use-moves.js';

/** Leads that stand now are listed up to here; a longer queue says so. */
const MOST_WAITING = 1_000;
/** Names asked for at a time. */
const NAMES = 50;

export interface Leads {
  /** null: being asked for, or not to be had */
  readonly lines: readonly PanelLine[] | null;
  readonly names: ReadonlyMap<string, string>;
  readonly problem: Problem | null;
  /** the server has more than these */
  readonly more: boolean;
}

/** The leads behind a figure; `shown` of them with what the list of leads adds. */
export function useLeads(filters: Filters, showing: Showing, today: string, shown: number): Leads {
  const rows = rowsQuestion(filters, showing, today);
  const { kind, detail, of } = showing;
  const state = kind === 'nobodys' ? 'unassigned' : kind === 'late' ? 'late' : 'waiting';
  const standing = rows === null ? leadsQuestion(filters, state, of, MOST_WAITING) : null;
  const answers = rows === null ? null : answersQuestion({ ...filters, rep: null }, windowOf(filters.period, today));
  const { data, error, errorUpdatedAt } = useQuery({
    queryKey: [MOVING, 'leads', standing, rows, answers],
    queryFn: async ({ signal }) => {
      if (standing !== null) return { page: await ask(standing, LeadPage, signal), rows: [], answers: [] };
      const [facts, first] = await Promise.all([askRows(rows ?? '', signal), askRows(answers ?? '', signal)]);
      return { page: null, rows: facts, answers: first };
    },
  });
  const lines = useMemo(() => {
    if (data === undefined) return null;
    return data.page === null ? linesOf(kind, detail, data.rows, data.answers) : data.page.leads.map(waitingLine);
  }, [data, kind, detail]);
  const known = useNames(data?.page === null ? (lines ?? []).slice(0, shown).map(({ lead }) => lead) : []);
  const listed = useMemo(() => new Map([...(data?.page?.leads ?? []), ...known].map((lead) => [lead.lead, lead])), [data, known]);
  return {
    lines: useMemo(() => {
      const told = lines?.map((line) => completed(line, listed.get(line.lead))) ?? null;
      // some that seemed to wait were closed without an answer: those on the page are put in order again
      return kind !== 'missed' || told === null ? told : [...told.slice(0, shown).sort(waitingThenLongest), ...told.slice(shown)];
    }, [kind, lines, listed, shown]),
    names: useMemo(() => new Map([...listed].map(([lead, { name }]) => [lead, name ?? lead])), [listed]),
    problem: useProblem(error, errorUpdatedAt),
    more: data?.page?.next != null,
  };
}

function useNames(leads: readonly string[]): readonly ListedLead[] {
  const wanted = [...new Set(leads)];
  const { data } = useQuery({
    queryKey: [MOVING, 'names', wanted],
    enabled: wanted.length > 0,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const parts = Array.from({ length: Math.ceil(wanted.length / NAMES) }, (_, part) => wanted.slice(part * NAMES, (part + 1) * NAMES));
      const pages = await Promise.all(parts.map((part) => ask(namesQuestion(part), LeadPage, signal)));
      return pages.flatMap((page) => page.leads);
    },
  });
  return data ?? noLeads;
}

const noLeads: readonly ListedLead[] = [];
