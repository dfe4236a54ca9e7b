import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { markUnsaved } from '../unsaved.js';
import type { Holiday, Version } from './calendar-answers.js';
import { type CalendarDraft, draftOf, isSameDraft, newCalendar } from './calendar-draft.js';

/** A calendar as somebody else has set it meanwhile. */
export interface Theirs {
  readonly edit: string;
  readonly draft: CalendarDraft;
}

/** A calendar that is being made or changed. */
export interface Editing {
  readonly draft: CalendarDraft;
  /** as it was when the changes began */
  readonly before: CalendarDraft;
  /** what names its state by then; `0`: it is new */
  readonly seen: string;
  /** all its holidays, also those that files and addresses brought */
  readonly holidays: readonly Holiday[];
  readonly theirs: Theirs | null;
}

/** What is being changed lives as long as the page, so that no step within it loses it. null: nothing is. */
const store = createStore<{ readonly editing: Editing | null }>(() => ({ editing: null }));

export const useEditing = (): Editing | null => useStore(store, ({ editing }) => editing);

function put(editing: Editing | null): void {
  store.setState({ editing });
  markUnsaved('calendar', editing !== null && isUnsaved(editing));
}

export const isUnsaved = ({ draft, before }: Editing): boolean => !isSameDraft(draft, before);

/** Begins to change a version of a calendar; `from`: when it comes into force if that lies ahead. */
export function beginEdit(id: string, version: Version, from: string | null, seen: string): void {
  const draft = draftOf(id, version, from);
  put({ draft, before: draft, seen, holidays: version.holidays, theirs: null });
}

/** Begins to make one. */
export function beginNew(zone: string): void {
  const draft = newCalendar(zone);
  put({ draft, before: draft, seen: '0', holidays: [], theirs: null });
}

export function changeDraft(change: Partial<CalendarDraft>): void {
  const { editing } = store.getState();
  if (editing !== null) put({ ...editing, draft: { ...editing.draft, ...change } });
}

/** Somebody else was faster: what was typed stays. */
export function meetTheirs(theirs: Theirs): void {
  const { editing } = store.getState();
  if (editing !== null) put({ ...editing, theirs });
}

/** Goes on from what somebody else has set, with one's own draft or with his. */
export function settleConflict(whose: 'mine' | 'theirs'): void {
  const { editing } = store.getState();
  if (editing?.theirs == null) return;
  const { edit, draft } = editing.theirs;
  put({ ...editing, draft: whose === 'mine' ? editing.draft : draft, before: draft, seen: edit, theirs: null });
}

export const dropEdit = (): void => put(null);
