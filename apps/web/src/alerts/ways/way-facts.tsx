import { Plural, Trans } from '@lingui/react/macro';
import { Shape } from '../../team/icons.js';
import { languageNames } from './language-names.js';
import { TellProblem } from './tell-problem.js';
import { useTellWay } from './use-tell-way.js';
import { useWayWords } from './use-way-words.js';
import type { Way } from './way-answers.js';

interface FactsProps {
  readonly way: Way;
  readonly asOf: number;
  readonly hasMail: boolean;
}

/** Where a way leads, how it went last, and what waits. */
export function WayFacts({ way, asOf, hasMail }: FactsProps) {
  const words = useWayWords(asOf);
  const { kind, to, language, succeeded_at, failed_at, failure } = way;
  return (
    <>
      <dl className="pol-facts">
        <div>
          <dt>
            <Trans>Leads to</Trans>
          </dt>
          <dd>
            <bdi>{to}</bdi>
            {kind !== 'webhook' && <span className="t2"> · {languageNames[language] ?? language}</span>}
          </dd>
        </div>
        <div>
          <dt>
            <Trans>Last success</Trans>
          </dt>
          <dd>{succeeded_at === null ? <Trans>none yet</Trans> : words.moment(succeeded_at)}</dd>
        </div>
        <div>
          <dt>
            <Trans>Last failure</Trans>
          </dt>
          <dd>
            {failed_at === null ? (
              <Trans>none yet</Trans>
            ) : (
              <>
                {words.moment(failed_at)}
                {failure !== null && <bdi> · {words.failure(failure)}</bdi>}
              </>
            )}
          </dd>
        </div>
      </dl>
      <Notes way={way} asOf={asOf} hasMail={hasMail} />
    </>
  );
}

/** What keeps messages from going by a way now. */
function Notes({ way, asOf, hasMail }: FactsProps) {
  const words = useWayWords(asOf);
  const { kind, paused_at, failing_since, rests_until, waiting, next_at, given_up, is_told } = way;
  const paused = words.moment(paused_at);
  const since = words.moment(failing_since);
  const rest = words.soon(rests_until);
  const next = words.soon(next_at);
  return (
    <div className="way-notes">
      {paused_at !== null && (
        <p>
          <Shape of="paused" />
          <span>
            <Trans>Paused since {paused}: what alerts say meanwhile is never sent by it; what waited goes when it is resumed.</Trans>
          </span>
        </p>
      )}
      {paused_at === null && failing_since !== null && (
        <p>
          <Shape of="late" />
          <span>
            <Trans>Nothing has got through since {since}.</Trans>
          </span>
        </p>
      )}
      {rests_until !== null && (
        <p className="way-rest">
          <Shape of="soon" />
          <span>
            <Trans>Left alone until {rest}: too much has failed in a row, or the other side asks for it. A test goes all the same.</Trans>
          </span>
        </p>
      )}
      {waiting > 0 && (
        <p>
          <Shape of="untimed" />
          <span>
            <Plural value={waiting} one="# message is on its way." other="# messages are on their way." />{' '}
            {next_at !== null && <Trans>The next is tried at {next}.</Trans>}
          </span>
        </p>
      )}
      {kind === 'email' && !hasMail && (
        <p>
          <Shape of="late" />
          <span>
            <Trans>No mail server is set, so that nothing is sent.</Trans>
          </span>
        </p>
      )}
      {!is_told && (
        <p>
          <Shape of="soon" />
          <span>
            <Trans>No policy tells {words.listener(way.for)}: nothing will come by this way.</Trans>
          </span>
        </p>
      )}
      {given_up > 0 && <GivenUp way={way.way} count={given_up} />}
    </div>
  );
}

function GivenUp({ way, count }: { way: string; count: number }) {
  const { answered, sending, tell } = useTellWay();
  return (
    <div className="way-given-up">
      <p>
        <Shape of="late" />
        <span>
          <Plural value={count} one="# message was given up." other="# messages were given up." />
        </span>
      </p>
      <button type="button" className="btn" disabled={sending} onClick={() => void tell('POST', `/${encodeURIComponent(way)}/replays`, {})}>
        <Trans>Send all of them again</Trans>
      </button>
      <TellProblem answered={answered} />
    </div>
  );
}
