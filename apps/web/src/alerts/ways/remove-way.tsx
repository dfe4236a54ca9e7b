import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { TellProblem } from './tell-problem.js';
import { useTellWay } from './use-tell-way.js';

interface RemoveProps {
  readonly way: string;
  /** messages that go with it */
  readonly waiting: number;
  readonly onClose: () => void;
}

/** Asks whether a way is taken away. */
export function RemoveWay({ way, waiting, onClose }: RemoveProps) {
  const { t } = useLingui();
  const { answered, sending, tell } = useTellWay();
  const remove = async (): Promise<void> => {
    const { kind } = await tell('DELETE', `/${encodeURIComponent(way)}`);
    if (kind === 'done' || kind === 'gone') document.querySelector<HTMLElement>('.way-new')?.focus();
  };
  return (
    <section className="pol-remove" aria-label={t`Remove ${way}`}>
      <p>
        <Trans>Its address and its log go for good.</Trans>{' '}
        {waiting > 0 && <Plural value={waiting} one="# message that waits is never sent." other="# messages that wait are never sent." />}
      </p>
      <TellProblem answered={answered} />
      <div className="pol-bar">
        <button type="button" className="btn btn-warn" disabled={sending} onClick={() => void remove()}>
          <Trans>Remove it</Trans>
        </button>
        <button type="button" className="btn btn-quiet" onClick={onClose}>
          <Trans>Keep it</Trans>
        </button>
      </div>
    </section>
  );
}
