import { Plural, Trans } from '@lingui/react/macro';
import { useStore } from 'zustand';
import { Shape } from '../../clock/shapes.js';
import { useFormattingLocale, useView } from '../use-view.js';
import { Confetti } from './confetti.js';
import { momentStore } from './moments.js';
import { formatAmount } from './money.js';
import type { WinTurn } from './win-queue.js';

/** The win on show, and whether it has the card: while anybody waits too long, or the wall is not live, it has only the footer's line. */
function useWin(): { readonly turn: WinTurn | null; readonly large: boolean } {
  const turn = useStore(momentStore, ({ wins }) => wins[0] ?? null);
  const calm = useView((view) => (view.state?.lateCount ?? 0) === 0);
  const live = useView((view) => view.freshness === 'live' || view.freshness === 'reconnecting');
  return { turn: live ? turn : null, large: calm };
}

/** The win as a line of the footer; null where the card shows it, or nothing was won. */
export function useWinLine(): WinTurn | null {
  const { turn, large } = useWin();
  return large ? null : turn;
}

/** A deal was won: over the right list, for eight seconds. */
export function WinCard() {
  const { turn, large } = useWin();
  const locale = useFormattingLocale();
  if (turn === null || !large) return null;
  const { win, more } = turn;
  const amount = formatAmount(locale, win.amount, win.currency);
  return (
    <section className="win" key={win.id} role="status">
      <Confetti />
      <h2 className="panel-head">
        <Trans>Deal won</Trans>
        {more > 0 && (
          <span className="win-more">
            <span aria-hidden="true">+{more}</span>
            <span className="hidden">
              <Plural value={more} one="+# more deal" other="+# more deals" />
            </span>
          </span>
        )}
      </h2>
      <p className="headline win-rep" dir="auto">
        {win.rep}
      </p>
      <p className="cut" dir="auto" title={win.lead}>
        {win.lead}
      </p>
      {amount !== null && <p className="headline">{amount}</p>}
    </section>
  );
}

/** The same in one line, without a sound. */
export function WinLine({ turn: { win, more } }: { turn: WinTurn }) {
  const locale = useFormattingLocale();
  const amount = formatAmount(locale, win.amount, win.currency);
  return (
    <>
      <Shape of="done" />
      <p className="cut" role="status" key={win.id} title={[win.rep, win.lead].join(' · ')}>
        <Trans>Deal won</Trans>
        {' · '}
        <bdi dir="auto">{win.rep}</bdi>
        {' · '}
        <bdi dir="auto">{win.lead}</bdi>
        {amount !== null && ` · ${amount}`}
        {more > 0 && ` · +${more}`}
      </p>
    </>
  );
}
