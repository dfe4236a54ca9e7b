import { type Answer, answerOf } from '@leadclock/domain/kpi/answer.js';
import { openAnswer } from '@leadclock/domain/kpi/parts.js';
import { counts, factSelection } from '@leadclock/domain/kpi/selection.js';
import { inSnapshot } from '@leadclock/read-model/queries/snapshot.js';
import type { DataSource } from 'typeorm';
import type { Answered, Here, Params } from './answered.js';
import { eachKnownFact } from './facts-as-known.js';
import { understand } from './question.js';

/** The answer of `GET /v1/kpis/:kpi`: facts, configuration and rates of one snapshot, a pass for each part, in bounded memory. */
export async function answer(dataSource: DataSource, kpi: string, params: Params, here: Here): Promise<Answered<Answer>> {
  return inSnapshot(dataSource, async (snapshot) => {
    const understood = await understand(snapshot, kpi, params, here);
    if (!understood.ok) return understood;
    const { asking, context, knowledge, world, kpi: asked } = understood.body;
    const opened = openAnswer(asked, asking, context);
    for (const { of, asking: askedOf, running } of opened.parts) {
      const isCounted = counts(of, askedOf);
      await eachKnownFact(world, knowledge, factSelection(of, askedOf), (fact) => {
        if (isCounted(fact)) running.add(fact);
      });
    }
    return { ok: true, body: answerOf(asked, asking, opened.groups(asking.asOf)) };
  });
}
