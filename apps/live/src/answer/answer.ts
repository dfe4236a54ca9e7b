import { type Answer, answerOf } from '@leadclock/domain/kpi/answer.js';
import { startAnswer } from '@leadclock/domain/kpi/running-answer.js';
import { counts, factSelection } from '@leadclock/domain/kpi/selection.js';
import { inSnapshot } from '@leadclock/read-model/queries/snapshot.js';
import type { DataSource } from 'typeorm';
import type { Answered, Here, Params } from './answered.js';
import { eachKnownFact } from './facts-as-known.js';
import { understand } from './question.js';

/** The answer of `GET /v1/kpis/:kpi`: facts, configuration and rates of one snapshot, in one pass and bounded memory. */
export async function answer(dataSource: DataSource, kpi: string, params: Params, here: Here): Promise<Answered<Answer>> {
  return inSnapshot(dataSource, async (snapshot) => {
    const understood = await understand(snapshot, kpi, params, here);
    if (!understood.ok) return understood;
    const { asking, context, knowledge, world, kpi: asked } = understood.body;
    const isCounted = counts(asked, asking);
    const running = startAnswer(asked, asking, context);
    await eachKnownFact(world, knowledge, factSelection(asked, asking), (fact) => {
      if (isCounted(fact)) running.add(fact);
    });
    return { ok: true, body: answerOf(asked, asking, running.groups(asking.asOf)) };
  });
}
