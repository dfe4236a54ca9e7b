import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { markUnsaved } from '../unsaved.js';
import type { Current } from './keep-policy.js';
import type { Settings } from './policy-answers.js';
import { draftOf, isSameDraft, type PolicyDraft } from './policy-draft.js';

/** A policy that is being made or changed. */
export interface Editing {
  readonly draft: PolicyDraft;
  /** as it was when the changes began */
  readonly before: PolicyDraft;
  /** how many versions there were by then; 0: it is new */
  readonly seen: number;
  /** somebody else's, which was saved meanwhile */
  readonly current: Current | null;
}

/** The policy whose form was closed last; `isKept`: it was saved. */
export interface Left {
  readonly id: string;
  readonly isKept: boolean;
}

/** What is being changed lives as long as the page, so that no step within it loses it. null: nothing is. */
const store = createStore<{ readonly editing: Editing | null; readonly left: Left | null }>(() => ({ editing: null, left: null }));

export const useEditing = (): Editing | null => useStore(store, ({ editing }) => editing);

function put(editing: Editing | null): void {
  store.setState({ editing });
  markUnsaved('policy', editing !== null && isUnsaved(editing));
}

export const isUnsaved = ({ draft, before }: Editing): boolean => !isSameDraft(draft, before);

/** Begins to change a policy, or with '' and 0 to make one. */
export function beginEdit(id: string, settings: Settings, seen: number): void {
  const draft = draftOf(id, settings);
  put({ draft, before: draft, seen, current: null });
}

export function changeDraft(change: Partial<PolicyDraft>): void {
  const { editing } = store.getState();
  if (editing !== null) put({ ...editing, draft: { ...editing.draft, ...change } });
}

/** Somebody else was faster: what was typed stays. */
export function meetCurrent(current: Current): void {
  const { editing } = store.getState();
  if (editing !== null) put({ ...editing, current });
}

/** Goes on from what somebody else has saved, with one's own draft or with his. */
export function settleConflict(whose: 'mine' | 'theirs'): void {
  const { editing } = store.getState();
  if (editing?.current == null) return;
  const { current, draft } = editing;
  const theirs = current.settings === null ? editing.before : draftOf(draft.id, current.settings);
  put({ draft: whose === 'mine' ? draft : theirs, before: theirs, seen: current.versions, current: null });
}

/** Closes the form: what was typed is saved by then, or is given up. */
export function closeEdit(isKept: boolean): void {
  const { editing } = store.getState();
  if (editing !== null) store.setState({ left: { id: editing.draft.id.trim(), isKept } });
  put(null);
}

/** Which form was closed, told once: the list goes on from there. */
export function takeLeft(): Left | null {
  const { left } = store.getState();
  store.setState({ left: null });
  return left;
}
