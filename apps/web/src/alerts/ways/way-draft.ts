import type { Way } from './way-answers.js';

/** The kinds that somebody may set up by an address; others (of devices) set themselves up. */
export const askedKinds = ['email', 'webhook', 'slack', 'teams'] as const;

/** A way as it is typed. */
export interface WayDraft {
  readonly name: string;
  readonly kind: string;
  /** whom it is for, in the words of policies; '': not chosen yet */
  readonly listener: string;
  /** left empty: as it is, for nobody is shown it */
  readonly address: string;
  readonly language: string;
  /** a webhook is signed with another secret from now on */
  readonly renews: boolean;
}

export const draftOf = ({ way, kind, for: listener, language }: Way): WayDraft => ({
  name: way,
  kind,
  listener,
  address: '',
  language,
  renews: false,
});

export const isSameDraft = (a: WayDraft, b: WayDraft): boolean =>
  a.name === b.name &&
  a.kind === b.kind &&
  a.listener === b.listener &&
  a.address === b.address &&
  a.language === b.language &&
  a.renews === b.renews;

/** A new way as `POST /v1/ways` takes it. */
export const newWayOf = ({ name, kind, listener, address, language }: WayDraft) => ({
  way: name.trim(),
  kind,
  for: listener.trim(),
  address: address.trim(),
  language,
});

/** What of a way changes, as `PATCH /v1/ways/NAME` takes it. */
export const changeOf = (draft: WayDraft, before: WayDraft) => ({
  ...(draft.listener !== before.listener && { for: draft.listener.trim() }),
  ...(draft.address.trim() !== '' && { address: draft.address.trim() }),
  ...(draft.language !== before.language && { language: draft.language }),
  ...(draft.renews && { new_secret: true }),
});
