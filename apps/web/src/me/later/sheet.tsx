import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useEffect, useRef } from 'react';
import { Button } from 'react-aria-components';
import { Icon } from '../../console/icons.js';
import { useTrust } from '../../console/use-console.js';
import { closeLoopSheet } from '../loop-sheet.js';
import { AskNote } from './ask-note.js';

interface SheetProps {
  readonly title: string;
  readonly name: string;
  /** where it is told what did not come of it */
  readonly place: string;
  /** what it does, on its button */
  readonly act: ReactNode;
  /** why it cannot be done as things stand; null: it can, once something is chosen */
  readonly problem: ReactNode;
  /** null: nothing is chosen that could be done */
  readonly onAct: (() => void) | null;
  readonly children: ReactNode;
}

/** A sheet over the lead: choices, and one thing to do. It covers neither queue nor clock and traps no focus; Esc closes it. */
export function Sheet({ title, name, place, act, problem, onAct, children }: SheetProps) {
  const { t } = useLingui();
  const { live } = useTrust();
  const sheet = useRef<HTMLElement>(null);
  useEffect(() => sheet.current?.querySelector<HTMLElement>('.opts input, select, .foot .btn')?.focus(), []);
  return (
    <section ref={sheet} className="sheet" role="dialog" aria-label={title}>
      <div className="hd">
        <h2>{title}</h2>
        <span className="t2 small cut">
          <bdi>{name}</bdi>
        </span>
        <i className="grow" />
        <Button className="btn btn-quiet" aria-label={t`Close`} onPress={closeLoopSheet}>
          <Icon of="close" />
        </Button>
      </div>
      {children}
      <div className="foot">
        <div className="foot-note">
          {live ? (problem ?? <AskNote place={place} />) : <Trans>No connection: nothing is sent now, or later by itself.</Trans>}
        </div>
        <Button className="btn" onPress={closeLoopSheet}>
          <Trans>Cancel</Trans>
          <kbd>Esc</kbd>
        </Button>
        <Button className="btn btn-primary" isDisabled={!live || onAct === null} onPress={() => onAct?.()}>
          {act}
          <kbd>Ctrl</kbd>
          <kbd>↵</kbd>
        </Button>
      </div>
    </section>
  );
}
