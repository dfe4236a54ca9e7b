import { instantOf } from '../events/instant.js';
import type { Handlers } from './fold.js';
import type { SubjectState } from './lead-state.js';

/** What becomes of the lead itself: judged, paused, followed up, erased. Merges are not its own affair (libs/domain/src/merges). */
export const progressHandlers: Handlers = {
  'lead.qualified': (state, { data }, { at, order }) => {
    const qualifications = [...state.qualifications, { at, order, rep: data.rep ?? null }];
    return judge({ ...state, qualifications }, at, false, null);
  },
  'lead.disqualified': (state, { data }, { at }) => judge(state, at, true, data.reason ?? null),
  'lead.paused': (state, _event, { at }) => {
    const last = state.pauses.at(-1);
    if (last !== undefined && last.until === null) return state;
    if (last?.until === at) return { ...state, pauses: [...state.pauses.slice(0, -1), { from: last.from, until: null }] };
    return { ...state, pauses: [...state.pauses, { from: at, until: null }] };
  },
  'lead.resumed': (state, _event, { at }) => {
    const last = state.pauses.at(-1);
    if (last === undefined || last.until !== null) return state;
    const before = state.pauses.slice(0, -1);
    return { ...state, pauses: last.from === at ? before : [...before, { from: last.from, until: at }] };
  },
  'lead.viewed': (state, _event, { at }) => (state.viewedAt === null ? { ...state, viewedAt: at } : state),
  'lead.follow_up_set': (state, { source, id, data }, { at, order }) => ({
    ...state,
    followUp: { at, order, event: { source, id }, rep: data.rep, due: instantOf(data.at) },
  }),
  'lead.erased': (state, _event, { at }) => ({ ...state, erasedAt: at }),
};

function judge(state: SubjectState, at: number, disqualified: boolean, reason: string | null): SubjectState {
  const present = state.verdicts.at(-1)?.disqualified ?? false;
  return present === disqualified ? state : { ...state, verdicts: [...state.verdicts, { at, disqualified, reason }] };
}
