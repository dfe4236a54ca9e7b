import type { FunnelStep, ResponseBin } from '@leadclock/live-protocol/funnel-step.js';
import type { RepLine, TeamState } from '@leadclock/live-protocol/team-state.js';
import type { Answer, Group, LeadPage, Row } from './answers.js';
import { binsOf } from './bins.js';

/** What the tiles, the charts and the table of reps show, wherever it came from. */
export interface Figures extends Pick<TeamState, 'waiting' | 'inTarget' | 'response'> {
  readonly late: { readonly n: number; readonly oldest: OldestLead | null };
  readonly funnel: readonly FunnelStep[];
  readonly distribution: readonly ResponseBin[];
  readonly reps: readonly RepLine[];
}

/** `since`: its wait is the time since then; `heldMs`: its clock stands and shows this. */
export interface OldestLead {
  readonly lead: string;
  readonly since: number;
  readonly heldMs: number | null;
}

/** The figures of the team's stream. */
export const figuresOfStream = ({ waiting, late, inTarget, response, funnel, distribution, reps }: TeamState): Figures => ({
  waiting,
  late,
  inTarget,
  response,
  funnel,
  distribution,
  reps,
});

/** The answers of `figureQuestions`. */
export interface FigureAnswers {
  readonly waiting: Answer;
  readonly late: Answer;
  readonly oldestLate: LeadPage;
  readonly inTarget: Answer;
  readonly response: Answer;
  readonly funnel: Answer;
  readonly answers: readonly Row[];
  readonly repAnswers: Answer;
  readonly repTargets: Answer;
}

/** What the stream knows by name and the answers only by id. */
export interface Names {
  rep(rep: string): string;
  teamOf(rep: string): string | null;
  stage(stage: string): string | null;
}

/** The same figures, from answers over HTTP. */
export function figuresOfAnswers(asked: FigureAnswers, names: Names): Figures {
  const [answered] = asked.response.groups;
  const [oldest] = asked.oldestLate.leads;
  return {
    waiting: { n: sum(asked.waiting.groups), nobodys: of(asked.waiting, null)?.value ?? 0 },
    late: {
      n: sum(asked.late.groups),
      oldest: oldest?.arrived_at == null ? null : { lead: oldest.lead, since: Date.parse(oldest.arrived_at), heldMs: null },
    },
    inTarget: ratioOf(asked.inTarget.groups[0]),
    response: { medianSeconds: answered?.value ?? null, p90Seconds: answered?.p90 ?? null, n: answered?.n ?? 0 },
    funnel: stepsOf(asked.funnel.groups, names),
    distribution: binsOf(asked.answers.flatMap(({ excluded, value }) => (excluded === null && value !== null ? [value] : []))),
    reps: repsOf(asked, names),
  };
}

const sum = (groups: readonly Group[]): number => groups.reduce((total, { value }) => total + (value ?? 0), 0);

const of = ({ groups }: Answer, rep: string | null): Group | undefined => groups.find(({ key }) => key['rep'] === rep);

function ratioOf(group: Group | undefined): RepLine['inTarget'] {
  return { value: group?.value ?? null, met: group?.met ?? 0, n: group?.n ?? 0 };
}

/** Deals that were lost are no step of a funnel. A deal that names no stage stands in none. */
function stepsOf(groups: readonly Group[], names: Names): readonly FunnelStep[] {
  const leadStages = 5;
  const steps: FunnelStep[] = [];
  for (const [index, { key, value }] of groups.entries()) {
    const stage = key['stage'];
    if (stage == null || stage === 'lost') continue;
    const before = steps.at(-1)?.count ?? 0;
    const count = value ?? 0;
    steps.push({
      stage,
      label: names.stage(stage),
      of: index < leadStages ? 'leads' : 'deals',
      count,
      rate: before > 0 ? count / before : null,
    });
  }
  return steps;
}

function repsOf(asked: FigureAnswers, names: Names): readonly RepLine[] {
  const ids = new Set(
    [asked.waiting, asked.late, asked.repAnswers, asked.repTargets].flatMap(({ groups }) => groups.map(({ key }) => key['rep'] ?? null)),
  );
  const lines = [...ids].map((rep): RepLine => {
    const answers = of(asked.repAnswers, rep);
    return {
      rep,
      name: rep === null ? null : names.rep(rep),
      team: rep === null ? null : names.teamOf(rep),
      open: of(asked.waiting, rep)?.value ?? 0,
      late: of(asked.late, rep)?.value ?? 0,
      answered: answers?.n ?? 0,
      medianSeconds: answers?.value ?? null,
      p90Seconds: answers?.p90 ?? null,
      inTarget: ratioOf(of(asked.repTargets, rep)),
    };
  });
  return lines.filter(({ rep, open, late, answered, inTarget }) => rep !== null || open + late + answered + inTarget.n > 0);
}
