import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useClock } from '../../console/use-console.js';
import { Shape, type ShapeName } from '../../team/icons.js';
import { TellProblem } from './tell-problem.js';
import { useTellWay } from './use-tell-way.js';
import { useWayWords } from './use-way-words.js';
import type { Delivery } from './way-answers.js';

interface LineProps {
  readonly way: string;
  readonly delivery: Delivery;
  readonly asOf: number;
}

/** A message: what it says, what became of it, and each try. */
export function DeliveryLine({ way, delivery, asOf }: LineProps) {
  const { t } = useLingui();
  const words = useWayWords(asOf);
  const { answered, sending, tell } = useTellWay();
  const { what, lead, made_at, ended } = delivery;
  const said = new Map([
    ['raised', t({ message: 'alert', context: 'what a message says' })],
    ['resolved', t({ message: 'answered', context: 'what a message says' })],
    ['retracted', t({ message: 'taken back', context: 'what a message says' })],
    ['test', t({ message: 'test', context: 'what a message says' })],
  ]);
  return (
    <li data-ended={ended ?? 'waits'}>
      <div className="pol-bar">
        <Shape of={shapeOf(delivery)} />
        <b>{said.get(what) ?? what}</b>
        {lead !== null && (
          <a href={`/team?lead=${encodeURIComponent(lead)}`}>
            <bdi>{lead}</bdi>
          </a>
        )}
        <span className="cap t2">{words.moment(made_at)}</span>
        {ended === 'given up' && what !== 'test' && (
          <button
            type="button"
            className="btn btn-quiet"
            disabled={sending}
            onClick={() => void tell('POST', `/${encodeURIComponent(way)}/replays`, { delivery: delivery.delivery })}
          >
            <Trans>Send again</Trans>
          </button>
        )}
      </div>
      <div>
        <p>
          <Outcome delivery={delivery} asOf={asOf} />
        </p>
        <Tries delivery={delivery} />
        <TellProblem answered={answered} />
      </div>
    </li>
  );
}

const shapeOf = ({ ended, failure }: Delivery): ShapeName => {
  if (ended === 'delivered') return 'in';
  if (ended === 'given up') return 'late';
  return ended === null && failure !== null ? 'soon' : 'untimed';
};

function Outcome({ delivery: { ended, ended_at, next_at, failure }, asOf }: { delivery: Delivery; asOf: number }) {
  const words = useWayWords(asOf);
  const at = words.moment(ended_at);
  const next = words.soon(next_at);
  const why = failure === null ? '' : words.failure(failure);
  if (ended === 'delivered') return <Trans>taken at {at}</Trans>;
  if (ended === 'over') return <Trans>not sent: there was nothing left to say</Trans>;
  return (
    <>
      {ended === null ? <Trans>on its way, tried next at {next}</Trans> : <Trans>given up at {at}</Trans>}
      {why !== '' && <bdi> · {why}</bdi>}
    </>
  );
}

function Tries({ delivery: { tries, cut_off } }: { delivery: Delivery }) {
  const words = useWayWords(0);
  const clock = useClock();
  const { i18n } = useLingui();
  if (tries.length + cut_off === 0) return null;
  return (
    <details>
      <summary className="cap t2">
        <Plural value={tries.length + cut_off} one="# try" other="# tries" />
      </summary>
      <ol>
        {tries.map(({ at, took_ms, failure }) => {
          const took = i18n.number(took_ms);
          return (
            <li key={at} className="cap">
              {clock.exact(Date.parse(at))} · <Trans>{took} ms</Trans> ·{' '}
              {failure === null ? <Trans>taken</Trans> : <bdi>{words.failure(failure)}</bdi>}
            </li>
          );
        })}
      </ol>
      {cut_off > 0 && (
        <p className="cap t2">
          <Plural
            value={cut_off}
            one="The program was stopped in the middle of # try: what came of it nobody knows."
            other="The program was stopped in the middle of # tries: what came of them nobody knows."
          />
        </p>
      )}
    </details>
  );
}
