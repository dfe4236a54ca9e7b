import type { EventName } from '@leadclock/live-protocol/event-name.js';
import { createStore } from 'zustand/vanilla';
import { type CommandAnswer, newKey, send } from '../console/commands.js';
import { linkStore } from '../console/console-link.js';
import { announce } from './announcer.js';
import { type OutcomeName, outcomeCodes } from './log-effect.js';
import { waitingLead } from './queue-store.js';
import { memberOf, withMember, withoutMember } from './record.js';
import { rep } from './streams.js';

/** How long a touch can be taken back by one key. */
export const UNDO_MS = 10_000;

/** What somebody has written in the sheet of a lead and not saved yet. The key goes out with each try to save just this. */
export interface Draft {
  readonly outcome: OutcomeName | null;
  readonly note: string;
  /** HH:MM, of "Call back at…" */
  readonly backAt: string;
  readonly key: string;
}

/** The touch that was saved last and can still be taken back. */
export interface JustLogged {
  readonly lead: string;
  readonly name: string;
  readonly outcome: OutcomeName;
  readonly event: EventName;
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

export const emptyDraft = (): Draft => ({ outcome: null, note: '', backAt: '', key: newKey() });
const KEPT = 50;

export const openSheet = (lead: string): void =>
  logStore.setState(({ drafts }) => ({
    open: lead,
    trouble: null,
    drafts: withMember(drafts, lead, memberOf(drafts, lead) ?? emptyDraft(), KEPT),
  }));
export const closeSheet = (): void => logStore.setState({ open: null, trouble: null });

/** Whether a note was begun that a reload would lose. */
export const isWriting = (): boolean =>
  Object.values(logStore.getState().drafts).some(({ note, outcome }) => note !== '' || outcome !== null);

/** Call was pressed. The page counts full seconds: the call of a lead that came in this very second is not before it. */
export function called(lead: string): void {
  const at = Math.max(linkStore.getState().now, waitingLead(lead)?.since ?? 0);
  logStore.setState(({ calls }) => ({ calls: withMember(calls, lead, at, KEPT) }));
}

/** Changes the draft; what is sent now is something else, so it gets another key. */
export const write = (lead: string, change: Partial<Pick<Draft, 'outcome' | 'note' | 'backAt'>>): void =>
  logStore.setState(({ drafts }) => ({
    trouble: null,
    drafts: withMember(drafts, lead, { ...(memberOf(drafts, lead) ?? emptyDraft()), ...change, key: newKey() }, KEPT),
  }));

/** Saves the draft of a lead; the sheet closes when the server has it. `prefix`: what the outcome itself adds to the note. */
export async function save(lead: string, name: string, prefix: string): Promise<void> {
  const { drafts, calls, saving } = logStore.getState();
  const draft = memberOf(drafts, lead);
  if (draft === undefined || draft.outcome === null || saving) return;
  const { outcome, key } = draft;
  const note = [prefix, draft.note.trim()].filter((part) => part !== '').join('\n');
  const at = memberOf(calls, lead);
  logStore.setState({ saving: true, trouble: null });
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
    key,
  );
  if (answer.kind !== 'done') {
    logStore.setState({ saving: false, trouble: answer });
    return;
  }
  announce({ what: 'logged' });
  logStore.setState((now) => ({
    saving: false,
    open: now.open === lead ? null : now.open,
    drafts: withoutMember(now.drafts, lead),
    calls: withoutMember(now.calls, lead),
    just: { lead, name, outcome, event: answer.event, at: linkStore.getState().now, undo: 'offered' },
  }));
}

/** Takes the last touch back. */
export async function undo(): Promise<void> {
  const { just } = logStore.getState();
  if (just === null || just.undo === 'asking' || just.undo === 'done') return;
  if (linkStore.getState().now - just.at > UNDO_MS && just.undo === 'offered') return;
  logStore.setState({ just: { ...just, undo: 'asking' } });
  const answer = await send('undo', just.lead, { rep, event: just.event }, `undo-${just.event.id}`.slice(0, 100));
  const done = answer.kind === 'done' || (answer.kind === 'refused' && answer.reason === 'taken_back');
  if (done) announce({ what: 'undone' });
  logStore.setState(({ just: now }) => (now?.event.id === just.event.id ? { just: { ...now, undo: done ? 'done' : 'failed' } } : {}));
}
