import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Shape } from '../../team/icons.js';
import { DifferingLines, type Line } from './differing-lines.js';

interface ConflictProps {
  /** what somebody else has done meanwhile */
  readonly said: ReactNode;
  readonly own: readonly Line[];
  /** the same lines of his; null: he has left nothing to be taken */
  readonly theirs: readonly Line[] | null;
  readonly onSettle: (whose: 'mine' | 'theirs') => void;
}

/** Somebody else was faster: what differs, and whose goes on. What was typed stays in the form until one is chosen. */
export function ConflictPanel({ said, own, theirs, onSettle }: ConflictProps) {
  const settle = (whose: 'mine' | 'theirs'): void => {
    onSettle(whose);
    // it can be pressed again from then on
    requestAnimationFrame(() => document.getElementById('pol-save')?.focus());
  };
  return (
    <section className="pol-conflict" role="alert">
      <p>
        <Shape of="soon" />
        <span>
          <b>{said}</b> <Trans>Nothing that you typed is lost.</Trans>
        </span>
      </p>
      <DifferingLines own={own} theirs={theirs ?? []} />
      <div className="pol-bar">
        <button type="button" className="btn" onClick={() => settle('mine')}>
          <Trans>Go on with mine</Trans>
        </button>
        {theirs !== null && (
          <button type="button" className="btn" onClick={() => settle('theirs')}>
            <Trans>Take theirs</Trans>
          </button>
        )}
      </div>
    </section>
  );
}
