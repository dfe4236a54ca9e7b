import { goals } from '@leadclock/domain/kpi/goals.measure.js';
import { askPart } from '@leadclock/domain/kpi/parts.js';
import type { GroupAnswer } from '@leadclock/domain/kpi/running-answer.js';
import { inSnapshot } from '@leadclock/read-model/queries/snapshot.js';
import type { DataSource } from 'typeorm';
import { answerTo } from './answer.js';
import type { Answered, Here, Params } from './answered.js';
import { askedAs, type Question, understand } from './question.js';

/** All targets of a KPI that count at the instant of a question: by team and rep, one for each period. */
export async function targetsSet(
  dataSource: DataSource,
  kpi: string,
  params: Params,
  here: Here,
): Promise<Answered<readonly GroupAnswer[]>> {
  return inSnapshot(dataSource, async (snapshot) => {
    const understood = await understand(snapshot, kpi, params, here);
    if (!understood.ok) return understood;
    return { ok: true, body: await targetsIn(understood.body) };
  });
}

/** The targets of the KPI of a question that is understood, in its snapshot. */
export async function targetsIn(question: Question): Promise<readonly GroupAnswer[]> {
  const params = { kpi: question.kpi.name };
  const change = { from: null, to: null, window: null, by: ['team', 'rep'], filters: {}, params } as const;
  const asked = await askedAs({ ...question, kpi: goals }, askPart(goals, question.asking, change));
  return (await answerTo(asked)).groups;
}
