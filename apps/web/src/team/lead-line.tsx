import { Trans } from '@lingui/react/macro';
import { memo } from 'react';
import { Link } from 'react-router';
import { statusOf, waitMs } from '../clock/status.js';
import { useWords } from '../clock/words.js';
import { humanised, useSourceWords } from '../console/source-words.js';
import { Icon, Shape } from './icons.js';
import type { PanelLine } from './panel-rows.js';
import { useAsOf, useTeam } from './team-context.js';
import { useAddress } from './use-address.js';
import { NOTHING, useFormats } from './use-formats.js';

/** A lead behind a figure: how long it waited, who it is, whose it is, and what came of it. */
export const LeadLine = memo(function LeadLine({ line, name }: { line: PanelLine; name: string | null }) {
  const { to } = useAddress();
  const { state } = useTeam();
  const words = useSourceWords();
  const { lead, rep, source, product } = line;
  const who = rep === null ? null : (state.reps.find((one) => one.rep === rep)?.name ?? rep);
  const about = [source === null ? null : words.origin(source), product === null ? null : humanised(product)]
    .filter((part) => part !== null)
    .join(' · ');
  return (
    <li>
      <Link to={to({ lead })}>
        {line.waitsSince === null ? <TookChip tookMs={line.tookMs} /> : <WaitChip line={line} since={line.waitsSince} />}
        <span className="who">
          <b className="cut" dir="auto">
            {name ?? '…'}
          </b>
          <span className="cut" dir="auto">
            {about || NOTHING}
          </span>
        </span>
        <span className="rp cut" dir="auto">
          {who ?? <Trans>nobody’s</Trans>}
        </span>
        <Came line={line} />
        <Icon of="right" />
      </Link>
    </li>
  );
});

/** A wait that goes on, as it stands now. */
function WaitChip({ line, since }: { line: PanelLine; since: number }) {
  const asOf = useAsOf();
  const words = useWords();
  const { wait } = useFormats();
  const { known } = useTeam();
  const lead = { lead: line.lead, name: '', owner: null, since, due: line.due, heldMs: line.heldMs };
  const status = known ? statusOf(lead, asOf) : 'untimed';
  return (
    <span className={`chip chip-${status}`}>
      <Shape of={status} />
      {known && <span className="vh">{words.status(status)} </span>}
      <b>{known ? wait(waitMs(lead, asOf)) : NOTHING}</b>
    </span>
  );
}

function TookChip({ tookMs }: { tookMs: number | null }) {
  const { wait } = useFormats();
  return (
    <span className="chip chip-done">
      {tookMs === null ? <Shape of="untimed" /> : <Shape of="done" />}
      <b>{tookMs === null ? NOTHING : wait(tookMs)}</b>
    </span>
  );
}

function Came({ line: { waitsSince, tookMs, overMs, due, at } }: { line: PanelLine }) {
  const asOf = useAsOf();
  const { wait, clock, day, dayOf } = useFormats();
  const { today, known } = useTeam();
  const when = at === null ? null : dayOf(at) === today ? clock(at) : day(dayOf(at));
  const over = overMs === null ? '' : wait(overMs);
  const late = due !== null && due < asOf;
  return (
    <span className="came">
      {waitsSince !== null ? (
        <>
          {known && <b>{late ? <Trans>late</Trans> : <Trans>in time</Trans>}</b>}
          <span>
            <Trans>waiting</Trans>
          </span>
        </>
      ) : (
        <>
          {tookMs === null && at === null && (
            <b>
              <Trans>no answer</Trans>
            </b>
          )}
          {overMs !== null && <b>+{over}</b>}
          {when !== null && (
            <span>
              <Trans>at {when}</Trans>
            </span>
          )}
        </>
      )}
    </span>
  );
}
