import type { EventName } from '@leadclock/live-protocol/event-name.js';
import { createStore } from 'zustand/vanilla';
import { type CommandAnswer, newKey, send } from '../console/commands.js';
import { linkStore } from '../console/console-link.js';
import { announce } from '../ringing/announcer.js';
import { type OutcomeName, outcomeCodes } from './log-effect.js';
import { closeLoopSheet, loopSheetStore } from './loop-sheet.js';
import { waitingLead } from './queue-store.js';
import { memberOf, withMember, withoutMember } from './record.js';
import { rep } from './streams.js';
import type { When } from './when.js';

/** How long a touch can be taken back by one key. */
export const UNDO_MS = 10_000;

/** What somebody has written in the sheet of a lead and not saved yet. The key goes out with each try to save just this. */
export interface Draft {
  readonly outcome: OutcomeName | null;
  readonly note: string;
  /** when to call back, of "Call back at…" */
  readonly when: When;
  /** the instant that was promised when it was tried to save this, epoch ms: another try promises the same */
  readonly promised: number | null;
  /** the call is logged already, and only what goes with it is not: the promise, or that the lead is closed */
  readonly logged: EventName | null;
  readonly key: string;
}

/** The touch that was saved last and can still be taken back. */
export interface JustLogged {
  readonly lead: string;
  readonly name: string;
  readonly outcome: OutcomeName;
  readonly event: EventName;
  /** what went with it: the call that was promised, or that the lead is closed */
  readonly beside: EventName | null;
  /** the server's time of saving, epoch ms */
  readonly at: number;
  readonly undo: 'offered' | 'asking' | 'failed' | 'done';
}

interface LogView {
  /** the lead whose sheet is open; null: none */
  readonly open: string | null;
  readonly drafts: Readonly<Record<string, Draft>>;
  /** when the rep pressed Call, by lead, epoch ms of the server's clock */
  readonly calls: Readonly<Record<string, number>>;
  readonly saving: boolean;
  readonly trouble: Exclude<CommandAnswer, { kind: 'done' }> | null;
  readonly just: JustLogged | null;
}

export const logStore = createStore<LogView>(() => ({ open: null, drafts: {}, calls: {}, saving: false, trouble: null, just: null }));

export const emptyDraft = (): Draft => ({
  outcome: null,
  note: '',
  when: { choice: 'hour', own: '' },
  promised: null,
  logged: null,
  key: newKey(),
});
const KEPT = 50;

export function openSheet(lead: string): void {
  closeLoopSheet();
  logStore.setState(({ drafts }) => ({
    open: lead,
    trouble: null,
    drafts: withMember(drafts, lead, memberOf(drafts, lead) ?? emptyDraft(), KEPT),
  }));
}
export const closeSheet = (): void => logStore.setState({ open: null, trouble: null });

/** Which sheet is open over a lead; null: none, or one over another lead, which is not to be seen then. */
export function sheetOver(lead: string): 'log' | 'other' | null {
  if (logStore.getState().open === lead) return 'log';
  return loopSheetStore.getState().open?.lead === lead ? 'other' : null;
}

/** Whether a note was begun that a reload would lose. */
export const isWriting = (): boolean =>
  Object.values(logStore.getState().drafts).some(({ note, outcome }) => note !== '' || outcome !== null);

/** Call was pressed. The page counts full seconds: the call of a lead that came in this very second is not before it. */
export function called(lead: string): void {
  const at = Math.max(linkStore.getState().now, waitingLead(lead)?.since ?? 0);
  logStore.setState(({ calls }) => ({ calls: withMember(calls, lead, at, KEPT) }));
}

/** Changes the draft; what is sent now is something else, so it gets another key. Of a call that is logged only the time to call back can change. */
export const write = (lead: string, change: Partial<Pick<Draft, 'outcome' | 'note' | 'when'>>): void =>
  logStore.setState(({ drafts }) => {
    const draft = memberOf(drafts, lead) ?? emptyDraft();
    const { when = draft.when } = change;
    const changed = draft.logged === null ? change : { when };
    return { trouble: null, drafts: withMember(drafts, lead, { ...draft, ...changed, promised: null, key: newKey() }, KEPT) };
  });

/**
 * Saves the draft of a lead; the sheet closes when the server has it. `prefix`: what the outcome itself adds to the note. `back`: the instant to call back
 * at, epoch ms; null: nothing is promised. The promise is made once the call is logged, and a lead that wants nothing is closed then.
 */
export async function save(lead: string, name: string, prefix: string, back: number | null): Promise<void> {
  const { drafts, saving } = logStore.getState();
  const draft = memberOf(drafts, lead);
  if (draft === undefined || draft.outcome === null || saving) return;
  const { outcome } = draft;
  const promised = draft.promised ?? back;
  keep(lead, { promised });
  logStore.setState({ saving: true, trouble: null });
  const event = draft.logged ?? (await logged(lead, draft, outcome, prefix));
  if (event === null) return;
  keep(lead, { logged: event });
  const beside = await besides(lead, outcome, promised, event);
  if (beside !== null && beside.kind !== 'done' && !isClosed(beside)) {
    logStore.setState({ saving: false, trouble: beside });
    return;
  }
  announce({ what: 'logged' });
  logStore.setState((now) => ({
    saving: false,
    open: now.open === lead ? null : now.open,
    drafts: withoutMember(now.drafts, lead),
    calls: withoutMember(now.calls, lead),
    just: {
      lead,
      name,
      outcome,
      event,
      beside: beside?.kind === 'done' ? beside.event : null,
      at: linkStore.getState().now,
      undo: 'offered',
    },
  }));
}

const keep = (lead: string, change: Partial<Draft>): void =>
  logStore.setState(({ drafts }) => ({
    drafts: withMember(drafts, lead, { ...(memberOf(drafts, lead) ?? emptyDraft()), ...change }, KEPT),
  }));

/** Logs the touch; null: it was not confirmed, and the sheet says why. */
async function logged(lead: string, draft: Draft, outcome: OutcomeName, prefix: string): Promise<EventName | null> {
  const note = [prefix, draft.note.trim()].filter((part) => part !== '').join('\n');
  const at = memberOf(logStore.getState().calls, lead);
  const answer = await send(
    'touchpoints',
    lead,
    {
      rep,
      channel: 'call',
      direction: 'outbound',
      outcome: outcomeCodes[outcome],
      ...(note === '' ? {} : { note }),
      ...(at === undefined ? {} : { at: new Date(at).toISOString() }),
    },
    draft.key,
  );
  if (answer.kind === 'done') return answer.event;
  logStore.setState({ saving: false, trouble: answer });
  return null;
}

/** Tells what goes with an outcome, under a key of its call, whatever is written since; null: nothing does. */
async function besides(lead: string, outcome: OutcomeName, promised: number | null, call: EventName): Promise<CommandAnswer | null> {
  if (promised !== null)
    return send('call-back', lead, { rep, at: new Date(promised).toISOString() }, `${call.id}-back-${promised}`.slice(0, 100));
  return outcome === 'notInterested' ? send('disqualify', lead, { rep, reason: 'no_interest' }, `${call.id}-close`.slice(0, 100)) : null;
}

/** Somebody else has closed it before: it stays so. */
const isClosed = (answer: CommandAnswer): boolean => answer.kind === 'refused' && answer.reason === 'closed';

/** Takes the last touch back, and what went with it. */
export async function undo(): Promise<void> {
  const { just } = logStore.getState();
  if (just === null || just.undo === 'asking' || just.undo === 'done') return;
  if (linkStore.getState().now - just.at > UNDO_MS && just.undo === 'offered') return;
  logStore.setState({ just: { ...just, undo: 'asking' } });
  const events = [just.event, ...(just.beside === null ? [] : [just.beside])];
  const answers = await Promise.all(events.map((event) => send('undo', just.lead, { rep, event }, `undo-${event.id}`.slice(0, 100))));
  const done = answers.every((answer) => answer.kind === 'done' || (answer.kind === 'refused' && answer.reason === 'taken_back'));
  if (done) announce({ what: 'undone' });
  logStore.setState(({ just: now }) => (now?.event.id === just.event.id ? { just: { ...now, undo: done ? 'done' : 'failed' } } : {}));
}
