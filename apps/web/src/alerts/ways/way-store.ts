import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { markUnsaved } from '../unsaved.js';
import type { Way } from './way-answers.js';
import { draftOf, isSameDraft, type WayDraft } from './way-draft.js';

/** A way that is being set up or changed. */
export interface Editing {
  readonly draft: WayDraft;
  /** as it was when the changes began */
  readonly before: WayDraft;
  /** the way that is changed; null: it is new */
  readonly way: Way | null;
}

/** A secret that the server has told, this once. */
export interface NewSecret {
  readonly way: string;
  readonly secret: string;
}

interface Kept {
  readonly editing: Editing | null;
  readonly secret: NewSecret | null;
}

/** What would be lost with it lives as long as the page. */
const store = createStore<Kept>(() => ({ editing: null, secret: null }));

export const useEditing = (): Editing | null => useStore(store, ({ editing }) => editing);
export const useNewSecret = (): NewSecret | null => useStore(store, ({ secret }) => secret);

function put(editing: Editing | null): void {
  store.setState({ editing });
  markUnsaved('way', editing !== null && isUnsaved(editing));
}

export const isUnsaved = ({ draft, before }: Editing): boolean => !isSameDraft(draft, before);

/** Begins to set up a way. */
export function beginNew(kind: string, listener: string, language: string): void {
  const draft = { name: '', kind, listener, address: '', language, renews: false };
  put({ draft, before: draft, way: null });
}

export function beginChange(way: Way): void {
  const draft = draftOf(way);
  put({ draft, before: draft, way });
}

export function changeDraft(change: Partial<WayDraft>): void {
  const { editing } = store.getState();
  if (editing !== null) put({ ...editing, draft: { ...editing.draft, ...change } });
}

export const dropEdit = (): void => put(null);

/** Shows a secret until somebody says that he has it; null: he does. */
export function showSecret(secret: NewSecret | null): void {
  store.setState({ secret });
  markUnsaved('secret', secret !== null);
}
