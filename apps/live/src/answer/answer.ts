import { type Answer, answerOf } from '@leadclock/domain/kpi/answer.js';
import { type OpenAnswer, openAnswer } from '@leadclock/domain/kpi/parts.js';
import { startAnswer } from '@leadclock/domain/kpi/running-answer.js';
import { inSnapshot } from '@leadclock/read-model/queries/snapshot.js';
import { inTurns } from '@leadclock/read-model/queries/turns.js';
import type { DataSource } from 'typeorm';
import { untilAllRead } from './alike-facts.js';
import type { Answered, Here, Params } from './answered.js';
import { tallyInto, tallyPart } from './part-facts.js';
import { type Question, understand } from './question.js';

/** The answer of `GET /v1/kpis/:kpi`: facts, configuration and rates of one snapshot, a pass for each part, in bounded memory. */
export async function answer(dataSource: DataSource, kpi: string, params: Params, here: Here): Promise<Answered<Answer>> {
  return inSnapshot(dataSource, async (snapshot) => {
    const understood = await understand(snapshot, kpi, params, here);
    if (!understood.ok) return understood;
    return { ok: true, body: await answerTo(understood.body) };
  });
}

/** What sorts all that is in it (percentiles of many groups), piece by piece. */
function* stepsOf({ parts }: OpenAnswer): Generator<void> {
  for (const { running, asking } of parts) yield* running.steps(asking.asOf);
}

/** The answer to a question that is understood, in its snapshot. */
export async function answerTo(question: Question): Promise<Answer> {
  const { kpi, asking, context } = question;
  const groups = await untilAllRead(async () => {
    const opened = openAnswer(kpi, asking, context);
    for (const part of opened.parts)
      await tallyPart(question, part, 'answer', tallyInto(part.running), () => tallyInto(startAnswer(part.of, part.asking, context)));
    await inTurns(stepsOf(opened));
    return opened.groups(asking.asOf);
  });
  return answerOf(kpi, asking, groups);
}
