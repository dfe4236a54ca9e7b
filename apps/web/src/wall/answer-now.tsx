import type { WaitingLead } from '@leadclock/live-protocol/protocol.js';
import { Plural, Trans } from '@lingui/react/macro';
import { useStore } from 'zustand';
import { Shape } from '../clock/shapes.js';
import { statusOf, waitMs } from '../clock/status.js';
import { UNKNOWN, useWords } from '../clock/words.js';
import { breachedAt, momentStore } from './moments/moments.js';
import { useMovingRows } from './moving-rows.js';
import { rowsAt } from './rows.js';
import { useKnown, useMoment, useView } from './use-view.js';

/** Who must be answered, the longest wait first; when nobody waits, that is said, and when the last answer was. */
export function AnswerNow() {
  const waiting = useView((view) => view.state?.waiting ?? none);
  const total = useView((view) => view.state?.waitingCount ?? 0);
  const asOf = useView((view) => view.asOf);
  const known = useKnown();
  const breaches = useStore(momentStore, (moments) => moments.breaches);
  const breached = breachedAt(
    breaches,
    useView((view) => view.now),
  );
  const rows = rowsAt(waiting, total, asOf, breached);
  const list = useMovingRows(rows.leads.map((lead) => lead.lead).join(' '));
  if (rows.leads.length === 0) return <NobodyWaits known={known} />;
  return (
    <section className="panel">
      <h2>
        <Trans>Answer now</Trans>
      </h2>
      <ol ref={list} className="rows">
        {rows.leads.map((lead) => (
          <Row key={lead.lead} lead={lead} asOf={asOf} known={known} breached={breached.includes(lead.lead)} />
        ))}
        {rows.more > 0 && <More count={rows.more} known={known} />}
      </ol>
    </section>
  );
}

const none: readonly WaitingLead[] = [];

function Row({ lead, asOf, known, breached }: { lead: WaitingLead; asOf: number; known: boolean; breached: boolean }) {
  const words = useWords();
  const status = statusOf(lead, asOf);
  return (
    <li className="row waiting-row" data-row={lead.lead}>
      {known ? (
        <span className={`chip chip-${status}`}>
          <Shape of={status} />
          <span className="hidden">{words.status(status)} </span>
          <time>{words.wait(waitMs(lead, asOf))}</time>
        </span>
      ) : (
        <span className="chip chip-untimed">
          <Shape of="untimed" />
          {UNKNOWN}
        </span>
      )}
      <span className="cut" dir="auto" title={lead.name}>
        {lead.name}
      </span>
      <span className="cut owner" dir="auto" title={lead.owner ?? undefined}>
        {lead.owner ?? <Trans>nobody yet</Trans>}
      </span>
      {breached && <i className="glow" />}
    </li>
  );
}

const More = ({ count, known }: { count: number; known: boolean }) => (
  <li className="row more-row" data-row="more">
    {known ? <Plural value={count} one="+# more lead" other="+# more leads" /> : UNKNOWN}
  </li>
);

function NobodyWaits({ known }: { known: boolean }) {
  const moment = useMoment();
  const last = useView((view) => view.state?.news.reduce((latest, news) => Math.max(latest, news.at), 0) ?? 0);
  const now = useView((view) => view.now - (view.now % 60_000));
  const at = moment(last, now);
  return (
    <section className="panel">
      <h2>
        <Trans>Answer now</Trans>
      </h2>
      <div className="nobody">
        {known ? (
          <>
            <Shape of="done" />
            <p className="headline">
              <Trans>No one is waiting</Trans>
            </p>
            {last > 0 && (
              <p>
                <Trans>Last answer {at}</Trans>
              </p>
            )}
          </>
        ) : (
          <p className="headline">{UNKNOWN}</p>
        )}
      </div>
    </section>
  );
}
