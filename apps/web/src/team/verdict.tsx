import { Trans } from '@lingui/react/macro';
import type { LeadDetail } from './answers.js';
import { ClockButton } from './clock-button.js';
import { DisputeButton } from './disputes/dispute-button.js';
import { Shape } from './icons.js';
import { Pauses } from './pauses.js';
import { useRepName } from './rep-names.js';
import { useAsOf } from './team-context.js';
import { NOTHING, useFormats, useSeconds } from './use-formats.js';

/** What the lead is, with its shape and its word. */
export function VerdictTags({ detail: { lead, state, clocks } }: { detail: LeadDetail }) {
  const late = clocks.verdict === 'breached';
  return (
    <p className="tags">
      {state.answered_at !== null && (
        <span className="tag tag-done">
          <Shape of="done" />
          <Trans>answered</Trans>
        </span>
      )}
      {state.status === 'waiting' && (
        <span className="tag tag-plain">
          <Trans>waiting</Trans>
        </span>
      )}
      {state.closed_at !== null && (
        <span className="tag tag-plain">
          <Trans>closed</Trans>
        </span>
      )}
      {late && (
        <span className="tag tag-late">
          <Shape of="late" />
          <Trans>late</Trans>
        </span>
      )}
      {clocks.verdict === 'met' && (
        <span className="tag tag-in">
          <Shape of="in" />
          <Trans>in target</Trans>
        </span>
      )}
      <span className="grow" />
      <DisputeButton lead={lead} about="answer" />
    </p>
  );
}

/** How long it took, or has taken by now, and against which target. */
export function Verdict({ detail }: { detail: LeadDetail }) {
  const { state, clocks, as_of: asked } = detail;
  const asOf = useAsOf();
  const seconds = useSeconds();
  const { clockSeconds, wait } = useFormats();
  const repName = useRepName();
  const runs = state.status === 'waiting' && !clocks.paused;
  const waited = runs ? clocks.working_s * 1_000 + Math.max(0, asOf - Date.parse(asked)) : clocks.working_s * 1_000;
  const target = detail.policy === null ? null : seconds(detail.policy.answer_seconds);
  const who = repName(state.answered_by) ?? NOTHING;
  const due = clocks.due_at === null ? null : clockSeconds(Date.parse(clocks.due_at));
  const over = detail.policy === null ? 0 : waited - detail.policy.answer_seconds * 1_000;
  const by = wait(Math.max(0, over));
  const at = state.answered_at === null ? null : clockSeconds(Date.parse(state.answered_at));
  const wall = seconds(clocks.wall_s);
  const paused = seconds(clocks.paused_s);
  return (
    <section className="panel verd">
      <div className="big">
        <b>{state.arrived_at === null ? NOTHING : wait(waited)}</b>
        <span>
          {state.answered_at === null ? (
            runs || clocks.paused ? (
              <Trans>waiting</Trans>
            ) : (
              <Trans>without an answer</Trans>
            )
          ) : (
            <Trans>to the first answer</Trans>
          )}
        </span>
      </div>
      <p>
        {clocks.verdict === 'breached' && over > 0 && <Trans>Late by {by}.</Trans>}{' '}
        {at !== null && (
          <Trans>
            Answered by {who} at {at}.
          </Trans>
        )}{' '}
        {target !== null && due !== null && clocks.verdict === 'breached' && (
          <Trans>
            The target of {target} passed at {due}.
          </Trans>
        )}
        {target !== null && due !== null && clocks.verdict === 'pending' && (
          <Trans>
            The target of {target} passes at {due}.
          </Trans>
        )}
        {target !== null && clocks.verdict === 'met' && <Trans>The target was {target}.</Trans>}{' '}
        {clocks.wall_s !== clocks.working_s && <Trans>Around the clock it was {wall}; the rest is closed hours.</Trans>}{' '}
        {clocks.paused_s > 0 ? <Trans>It was paused for {paused} in all, which does not count.</Trans> : <Trans>No paused time.</Trans>}
      </p>
      <Pauses clocks={clocks} />
      <ClockButton detail={detail} />
    </section>
  );
}
