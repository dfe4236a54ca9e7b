import { useState } from 'react';

type Later = typeof import('./later/own-disputes.js');

let loaded: Later | null = null;

/** What few reps open on few days is no part of the page: it comes when it is wanted first. `failed`: it could not be had. */
export function useLater(): { readonly later: Later | null; readonly failed: boolean; readonly load: () => void } {
  const [later, setLater] = useState(loaded);
  const [failed, setFailed] = useState(false);
  const load = (): void => {
    if (later !== null) return;
    setFailed(false);
    import('./later/own-disputes.js').then(
      (found) => {
        loaded = found;
        setLater(found);
      },
      () => setFailed(true),
    );
  };
  return { later, failed, load };
}
