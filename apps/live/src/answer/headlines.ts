import type { Answer } from '@leadclock/domain/kpi/answer.js';
import { kpis } from '@leadclock/domain/kpi/catalogue.js';
import type { DataSource } from 'typeorm';
import { answer } from './answer.js';
import type { Answered, Here, Params } from './answered.js';

/** `GET /v1/kpis/headlines`: several numbers of one instant, each as it is answered by itself. */
export interface Headlines {
  readonly as_of: string;
  readonly answers: readonly Answer[];
}

/** One request may not keep the database busy for everybody. */
const mostAtOnce = 24;

/** Several KPIs in total, of one window (a stock takes none), for pages that list them. */
export async function headlines(dataSource: DataSource, params: Params, here: Here): Promise<Answered<Headlines>> {
  const { kpi: given = [], ...question } = params;
  const names = [given].flat().flatMap((text) => text.split(',').filter((name) => name !== ''));
  const problem = problemOf(names, question);
  if (problem !== null) return problem;
  const answers: Answer[] = [];
  for (const name of names) {
    const answered = await answer(dataSource, name, question, here);
    if (!answered.ok) return answered;
    answers.push(answered.body);
  }
  return { ok: true, body: { as_of: new Date(here.now).toISOString(), answers } };
}

/** What may be asked of all KPIs alike; the rest differs from one to the next. */
function problemOf(names: readonly string[], question: Params): Answered<never> | null {
  const refuse = (parameter: string, problem: string, allowed: readonly string[]) => ({ ok: false as const, parameter, problem, allowed });
  const strange = Object.keys(question).find((name) => name !== 'window');
  if (strange !== undefined) return refuse(strange, `headlines have no parameter ${strange}`, ['kpi', 'window']);
  const known = kpis.map(({ name }) => name);
  if (names.length === 0) return refuse('kpi', 'no KPI is named', known);
  if (names.length > mostAtOnce) return refuse('kpi', `${names.length} KPIs at once`, [`at most ${mostAtOnce}`]);
  return null;
}
