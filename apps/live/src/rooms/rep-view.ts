import { factKinds } from '@leadclock/domain/facts/fact.js';
import { answeredAt } from '@leadclock/domain/facts/response.facts.js';
import { keyedOfRep, type RepState, repStream } from '@leadclock/live-protocol/rep-state.js';
import { agreedLead, agreementsShown } from './agreed-lead.js';
import { bothEnds, type FloorSources, fieldOf, leadsOf, nothing, queueLead, repOf } from './floor-sources.js';
import type { StreamView } from './stream-view.js';

/** Of each end of a rep's own queue. */
const listed = 100;
const answersShown = 200;
const target = factKinds.indexOf('target');

/** A rep's own stream: his leads, whatever the floor's list leaves out, and his day. */
export function repView(rep: string): StreamView<RepState> {
  const rowsOf = ({ waitingOf, windows: { store } }: FloorSources): readonly number[] => {
    const rows = waitingOf.of(rep);
    if (rows.length <= 2 * listed) return rows;
    const since = (row: number): number => store.cursor().on(row).at ?? 0;
    const sorted = rows.toSorted((a, b) => since(a) - since(b));
    return bothEnds(sorted.slice(0, listed), sorted.slice(-listed));
  };
  return {
    name: repStream(rep),
    keyed: keyedOfRep,
    empty: () => ({
      me: null,
      leads: {},
      agreed: {},
      today: { answered: 0, medianSeconds: null, p90Seconds: null, inTarget: { value: null, n: 0 } },
      answers: [],
      pending: null,
    }),
    shown: (sources) => [...leadsOf(sources, rowsOf(sources)), ...agreementsShown(sources, rep).map(({ line }) => line.lead)],
    claimable: (sources) => leadsOf(sources, rowsOf(sources)),
    leads: (sources, faces) => ({
      pending: sources.pending,
      leads: Object.fromEntries(
        rowsOf(sources)
          .map((row) => queueLead(sources, faces, row))
          .map((lead) => [lead.lead, lead]),
      ),
      agreed: Object.fromEntries(
        agreementsShown(sources, rep)
          .map((agreement) => agreedLead(sources, faces.names, agreement))
          .map((lead) => [lead.lead, lead]),
      ),
    }),
    figures: (sources) => {
      const { groups, configuration } = sources;
      const group = (figure: string) => groups.byRep(figure).get(rep) ?? nothing;
      const answers = group('answers');
      const { value, n } = group('inTarget');
      const set = repOf(configuration, rep);
      return {
        me: set === null ? null : { rep, ...set, status: sources.statuses.of(rep) },
        today: { answered: answers.n, medianSeconds: answers.value, p90Seconds: fieldOf(answers, 'p90'), inTarget: { value, n } },
        answers: answersOf(sources, rep),
      };
    },
    alerts: () => ({}),
  };
}

function answersOf({ answersOf: rows, windows: { store } }: FloorSources, rep: string): RepState['answers'] {
  const answers = rows.of(rep).map((row) => {
    const fact = store.cursor().on(row);
    return { lead: fact.subject, at: answeredAt(fact), seconds: (fact.value ?? 0) / 1000 };
  });
  const shown = answers.toSorted((a, b) => a.at - b.at || (a.lead < b.lead ? -1 : 1)).slice(-answersShown);
  return shown.map((answer) => ({ ...answer, late: isBreached(store, answer.lead) }));
}

/** Whether the lead's deadline had passed when it was answered: its verdict says so, by the policy that held for it. */
function isBreached(store: FloorSources['windows']['store'], lead: string): boolean {
  return store
    .rowsOf(store.subjects.find(lead))
    .some((row) => store.page(row).kind === target && store.cursor().on(row).part === 'breached');
}
