import fc from 'fast-check';
import type { LeadclockEvent } from '../events/event.js';
import { anyConfigurationEvents, anyEventsOfLead } from '../events/testing/any-event.js';
import { factsOf } from '../facts/facts-of.js';
import { deadlinesOf } from '../lead/deadlines.js';
import { foldSubject } from '../lead/fold-subject.js';
import { summaryOf } from '../lead/summary.js';
import { buildConfiguration } from './build-configuration.js';
import type { Configuration } from './configuration.js';
import { type SweepScope, sweepScope } from './touched-by.js';

/** As the projector picks leads by their rows (sweep.query.ts). */
function isIn(scope: SweepScope, events: readonly LeadclockEvent[], configuration: Configuration): boolean {
  if (scope.kind !== 'some') return scope.kind === 'all';
  const summary = summaryOf(foldSubject(events).state, configuration);
  if (summary === null) return false;
  const { reps, pipelines, arrivedAt } = summary;
  const since = scope.arrivedOrOpenSince;
  return (
    reps.some((rep) => scope.reps.includes(rep)) ||
    pipelines.some((pipeline) => scope.pipelines.includes(pipeline)) ||
    (since !== null && arrivedAt !== null && arrivedAt >= since)
  );
}

function rowsUnder(configuration: Configuration, events: readonly LeadclockEvent[]): string {
  const { state } = foldSubject(events);
  return JSON.stringify([factsOf(state, configuration), deadlinesOf(state, configuration), summaryOf(state, configuration)]);
}

describe('a lead that a change of the configuration is not said to touch', () => {
  it('has the facts, the deadlines and the row that it had', () => {
    let looked = 0;
    let spared = 0;
    fc.assert(
      fc.property(
        anyConfigurationEvents(10),
        anyConfigurationEvents(2),
        fc.array(
          anyEventsOfLead().filter(({ length }) => length > 0),
          { maxLength: 6 },
        ),
        (some, more, leads) => {
          const before = buildConfiguration(some);
          const after = buildConfiguration([...some, ...more]);
          const scope = sweepScope(before, after);
          for (const events of leads) {
            looked += 1;
            if (isIn(scope, events, before)) continue;
            spared += 1;
            expect(rowsUnder(after, events)).toBe(rowsUnder(before, events));
          }
        },
      ),
      { numRuns: 400 },
    );
    expect(spared).toBeGreaterThan(looked / 6);
  });
});
