import { Trans } from '@lingui/react/macro';
import { writeDuration } from './duration.js';
import type { Settings } from './policy-answers.js';
import { useLadderWords } from './use-ladder-words.js';
import { usePolicyWords } from './use-policy-words.js';

/** What a policy says, in words. */
export function PolicyFacts({ settings }: { settings: Settings }) {
  const words = usePolicyWords();
  const { match, targets, calendar, quiet, snooze_max_s, counts } = settings;
  const [from, to] = [quiet?.from, quiet?.to];
  const snooze = writeDuration(snooze_max_s ?? 0);
  return (
    <dl className="pol-facts">
      <div>
        <dt>
          <Trans>Matches</Trans>
        </dt>
        <dd>
          <bdi>{words.matched(match)}</bdi>
        </dd>
      </div>
      <div>
        <dt>
          <Trans>Target</Trans>
        </dt>
        <dd>{words.targets(targets)}</dd>
      </div>
      <div>
        <dt>
          <Trans>Hours</Trans>
        </dt>
        <dd>
          <bdi>{words.calendar(calendar)}</bdi>
        </dd>
      </div>
      {counts !== undefined && (
        <div>
          <dt>
            <Trans>Answers</Trans>
          </dt>
          <dd>
            {words.list(counts.outbound.map(words.channel))} · {words.list(counts.actors.map(words.actor))}
          </dd>
        </div>
      )}
      {quiet !== undefined && (
        <div>
          <dt>
            <Trans>Quiet hours</Trans>
          </dt>
          <dd>
            <Trans>
              {from} to {to}
            </Trans>
          </dd>
        </div>
      )}
      {snooze_max_s !== undefined && (
        <div>
          <dt>
            <Trans>Put off</Trans>
          </dt>
          <dd>
            <Trans>for {snooze} at most</Trans>
          </dd>
        </div>
      )}
      <div>
        <dt>
          <Trans>Ladder</Trans>
        </dt>
        <dd>
          <LadderLines settings={settings} />
        </dd>
      </div>
    </dl>
  );
}

/** The steps of a ladder, one a line; without any the owner is told at the deadline. */
export function LadderLines({ settings: { steps } }: { settings: Pick<Settings, 'steps'> }) {
  const { step } = useLadderWords();
  const shown = steps.length > 0 ? steps : [{ id: 'due', clock: 'lead', of: 'answer', at_percent: 100, notify: ['owner'] } as const];
  return (
    <ol className="pol-steps">
      {shown.map((one) => {
        const { when, what } = step({ ...one, notify: [...one.notify] });
        return (
          <li key={one.id}>
            <b>{when}</b>: <bdi>{what}</bdi>
          </li>
        );
      })}
    </ol>
  );
}
