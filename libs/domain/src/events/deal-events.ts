import { z } from 'zod';
import { Amount } from './amount.js';
import { Day } from './day.js';
import { DealId, PipelineId, Product, RepId, StageId } from './ids.js';
import { Code } from './text.js';

/** What happens to a deal of a lead. A deal that names no pipeline is in the pipeline `default`. */
export const dealEvents = {
  'deal.opened': z.strictObject({
    deal: DealId,
    pipeline: PipelineId.optional(),
    stage: StageId,
    amount: Amount.optional(),
    rep: RepId.optional(),
    product: Product.optional(),
    expected_close: Day.optional(),
  }),
  'deal.stage_changed': z.strictObject({
    deal: DealId,
    stage: StageId,
    pipeline: PipelineId.optional(),
    rep: RepId.optional(),
  }),
  'deal.revised': z.strictObject({
    deal: DealId,
    amount: Amount.optional(),
    rep: RepId.optional(),
    product: Product.optional(),
    expected_close: Day.optional(),
  }),
  'deal.won': z.strictObject({ deal: DealId, amount: Amount.optional(), rep: RepId.optional() }),
  // `amount`: what was lost is often named only at the close; docs/decisions/what-imports-bring.md
  'deal.lost': z.strictObject({
    deal: DealId,
    amount: Amount.optional(),
    reason: Code.optional(),
    rep: RepId.optional(),
  }),
  'deal.reopened': z.strictObject({ deal: DealId, stage: StageId }),
} as const;
