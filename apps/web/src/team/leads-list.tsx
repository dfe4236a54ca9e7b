import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Link } from 'react-router';
import type { Showing } from './address.js';
import { csvOf, download } from './csv.js';
import { DrillButtons } from './drill-buttons.js';
import { LeadLine } from './lead-line.js';
import type { PanelLine } from './panel-rows.js';
import { ProblemNote } from './problem-note.js';
import { useShowWords } from './show-words.js';
import { useTeam } from './team-context.js';
import { useAddress } from './use-address.js';
import { useFormats } from './use-formats.js';
import { useLeads } from './use-leads.js';

const SHOWN = 100;

/** The leads behind a figure. */
export function LeadsList({ showing }: { showing: Showing }) {
  const { t } = useLingui();
  const { filters, today } = useTeam();
  const { go } = useAddress();
  const [shown, setShown] = useState(SHOWN);
  const { lines, names, problem, more } = useLeads(filters, showing, today, shown);
  const { title, filters: words } = useShowWords(showing);
  const count = lines?.length ?? 0;
  return (
    <>
      <header>
        <div className="cut-box">
          <h2 id="drill">{title}</h2>
          <p className="cut">
            {lines !== null && (
              <>
                <Plural value={count} one="# lead" other="# leads" />
                {more && '+'}
                {words !== '' && ' · '}
              </>
            )}
            {words}
          </p>
        </div>
        <span className="grow" />
        <DrillButtons
          onClose={() => go({ showing: null, lead: null })}
          onCsv={() => download(`${showing.kind}-${today}.csv`, csvOf(csvLines(lines ?? [], names)))}
        />
      </header>
      <Sides showing={showing} />
      {problem !== null && <ProblemNote problem={problem} />}
      {lines === null && problem === null && <i className="bone bone-list" aria-hidden="true" />}
      {count === 0 && lines !== null && <p className="empty">{t`No lead is behind this figure now.`}</p>}
      {count > 0 && (
        <ol className="lines">
          {lines?.slice(0, shown).map((line) => (
            <LeadLine key={line.key} line={line} name={names.get(line.lead) ?? null} />
          ))}
        </ol>
      )}
      {count > shown && (
        <button type="button" className="btn more" onClick={() => setShown(shown + SHOWN)}>
          <Trans>Show more</Trans>
        </button>
      )}
      <Foot showing={showing} count={count} />
    </>
  );
}

/** Late and in target are two sides of one figure. */
function Sides({ showing }: { showing: Showing }) {
  const { to } = useAddress();
  if (showing.kind !== 'missed' && showing.kind !== 'met') return null;
  const side = (kind: 'missed' | 'met') => ({
    to: to({ showing: { ...showing, kind }, lead: null }),
    ...(showing.kind === kind ? { 'aria-current': 'true' as const } : {}),
  });
  return (
    <nav className="sides">
      <Link {...side('missed')}>
        <Trans>Late</Trans>
      </Link>
      <Link {...side('met')}>
        <Trans>In target</Trans>
      </Link>
    </nav>
  );
}

function Foot({ showing, count }: { showing: Showing; count: number }) {
  const { number } = useFormats();
  const { figures } = useTeam();
  const { met, n } = figures?.inTarget ?? { met: 0, n: 0 };
  const [metText, nText, others] = [number(met), number(n), number(count)];
  if (showing.kind !== 'missed' || showing.of !== undefined || met + count !== n) return null;
  return (
    <footer>
      <Trans>
        Waiting first, then the longest. {metText} of {nText} were in target; these are the other {others}.
      </Trans>
    </footer>
  );
}

const iso = (instant: number | null): string | null => (instant === null ? null : new Date(instant).toISOString());

/** Words of the API, for whoever calculates on. */
const csvLines = (lines: readonly PanelLine[], names: ReadonlyMap<string, string>) => [
  ['lead', 'name', 'rep', 'origin', 'product', 'took_s', 'over_s', 'at', 'waits_since', 'due'],
  ...lines.map(({ lead, rep, source, product, tookMs, overMs, at, waitsSince, due }) => [
    lead,
    names.get(lead) ?? null,
    rep,
    source,
    product,
    tookMs === null ? null : tookMs / 1_000,
    overMs === null ? null : overMs / 1_000,
    iso(at),
    iso(waitsSince),
    iso(due),
  ]),
];
