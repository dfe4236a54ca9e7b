import { Trans, useLingui } from '@lingui/react/macro';
import { useRef, useState } from 'react';
import { useZone } from '../../console/use-console.js';
import { AskProblem } from '../ask-problem.js';
import type { FieldProblem } from '../form/form-problems.js';
import { Place } from '../place.js';
import { usePolicies } from '../policies/policy-answers.js';
import { writtenOf } from '../policies/policy-draft.js';
import { DownFields } from './down-fields.js';
import { type Days, lastWeek, readPeriod } from './period.js';
import { PeriodFields } from './period-fields.js';
import { readYaml } from './read-yaml.js';
import { ReplayState } from './replay-state.js';
import { type DownDraft, isOfDown, readDown } from './times-down.js';
import { type Tried, TriedPolicy } from './tried-policy.js';
import { useReplay } from './use-replay.js';
import '../cards.css';
import '../form/form.css';
import '../policies/policies.css';
import './what-if.css';

/** What another policy would have done. */
export function WhatIfPage() {
  const { t } = useLingui();
  const zone = useZone();
  const { data, error, refetch } = usePolicies();
  const [days, setDays] = useState<Days>(() => lastWeek(zone, Date.now()));
  const [tried, setTried] = useState<Tried>({ kind: 'none' });
  const [down, setDown] = useState<readonly DownDraft[]>([]);
  const [sent, setSent] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const [unread, setUnread] = useState<readonly FieldProblem[]>([]);
  const { replay, run, cancel, forget } = useReplay();
  const period = readPeriod(zone, days);
  const times = readDown(zone, down);
  const showFirst = (): void => {
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  };
  const ask = async (): Promise<void> => {
    setSent(true);
    const read = await writtenIn(tried);
    const found = [...read.problems, ...times.problems];
    setUnread(found);
    if (found.length > 0) showFirst();
    if (found.length > 0 || 'problem' in period) return forget();
    await run({ policies: read.policies, ...period, down: times.down });
  };
  const wrong = replay.kind === 'answered' && replay.answer.kind === 'wrong' ? replay.answer.problems : [];
  // what ends before it begins is said at once, what is not filled in yet once it is asked for
  const reversed = times.problems.filter(({ problem }) => problem === 'reversed');
  return (
    <Place title={t`What if`} about={t`Which alerts another policy would have raised, beside those that were. Nothing is sent.`}>
      {error !== null && <AskProblem error={error} onAgain={() => void refetch()} />}
      {data === undefined && error === null && <i className="bone pol-bones" aria-busy="true" />}
      {data !== undefined && (
        <form
          ref={form}
          className="panel wi-form"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void ask();
          }}
        >
          <TriedPolicy
            tried={tried}
            list={data}
            problems={[...unread, ...wrong].filter((problem) => !isOfDown(problem))}
            sent={sent}
            onChange={(next) => {
              setTried(next);
              setUnread(unread.filter(isOfDown));
              forget();
            }}
          />
          <PeriodFields
            days={days}
            problem={'problem' in period ? period.problem : null}
            onChange={(next) => {
              setDays(next);
              forget();
            }}
          />
          <DownFields
            rows={down}
            zone={zone}
            problems={[...unread, ...reversed, ...wrong].filter(isOfDown)}
            onChange={(next) => {
              setDown(next);
              setUnread(unread.filter((problem) => !isOfDown(problem)));
              forget();
            }}
          />
          <div className="pol-bar wi-run">
            <button type="submit" className="btn btn-primary" disabled={replay.kind === 'running' || 'problem' in period}>
              <Trans>Replay</Trans>
            </button>
            {replay.kind === 'running' && (
              <button type="button" className="btn" onClick={cancel}>
                <Trans>Cancel</Trans>
              </button>
            )}
            <span className="cap t2">
              <Trans>Nobody is told of anything, and nothing is saved.</Trans>
            </span>
          </div>
        </form>
      )}
      <ReplayState replay={replay} unread={unread} onAgain={() => void ask()} />
    </Place>
  );
}

/** What is tried, as the server takes it, or what of it cannot be read. */
async function writtenIn(tried: Tried): Promise<{ readonly policies: readonly unknown[]; readonly problems: readonly FieldProblem[] }> {
  if (tried.kind === 'none') return { policies: [], problems: [] };
  if (tried.kind === 'yaml') {
    const read = await readYaml(tried.text);
    return read.ok ? { policies: read.policies, problems: [] } : { policies: [], problems: [{ path: '$yaml', problem: read.problem }] };
  }
  const { written, unread } = writtenOf(tried.draft);
  return { policies: [written], problems: unread.map((path) => ({ path, problem: 'unread' })) };
}
