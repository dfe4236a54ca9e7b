import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useRef } from 'react';
import { AskProblem } from '../ask-problem.js';
import { Place } from '../place.js';
import { NewSecret } from './new-secret.js';
import { ToldPanel } from './told-panel.js';
import { useWays, type WayList } from './way-answers.js';
import { WayCard } from './way-card.js';
import { WayForm } from './way-form.js';
import { beginNew, useEditing } from './way-store.js';
import '../cards.css';
import '../form/form.css';
import './ways.css';

/** How alerts reach people beside the pages. */
export function WaysPage() {
  const { t } = useLingui();
  const { data, error, refetch } = useWays();
  const editing = useEditing();
  useReturn(editing === null ? null : (editing.way?.way ?? ''));
  return (
    <Place title={t`Ways to reach people`} about={t`How alerts reach people who do not look at a page.`}>
      {error !== null && <AskProblem error={error} onAgain={() => void refetch()} />}
      {data === undefined && error === null && <i className="bone pol-bones" aria-busy="true" />}
      {data !== undefined && (editing === null ? <Ways list={data} /> : <WayForm editing={editing} list={data} />)}
    </Place>
  );
}

/** Where a form was opened the focus is again once it is closed; '' is the form of a new way, null: none is open. */
function useReturn(open: string | null): void {
  const last = useRef(open);
  useEffect(() => {
    const { current } = last;
    last.current = open;
    if (open !== null || current === null) return;
    const card = current === '' ? null : document.querySelector<HTMLElement>(`[data-way="${CSS.escape(current)}"] .btn`);
    const secret = document.querySelector<HTMLElement>('.way-secret .btn');
    (secret ?? card ?? document.querySelector<HTMLElement>('.way-new'))?.focus();
  }, [open]);
}

function Ways({ list }: { list: WayList }) {
  const { i18n } = useLingui();
  const { ways, mail, as_of } = list;
  const asOf = Date.parse(as_of);
  const beginFor = (listener: string): void => beginNew(mail ? 'email' : 'webhook', listener, i18n.locale);
  return (
    <>
      <NewSecret />
      <ToldPanel list={list} onBegin={beginFor} />
      <section className="pol-more" aria-labelledby="ways-list">
        <div className="pol-bar way-bar">
          <h2 id="ways-list">
            <Trans>Ways</Trans>
          </h2>
          <button type="button" className="btn btn-primary way-new" onClick={() => beginFor('')}>
            <Trans>New way</Trans>
          </button>
          {!mail && (
            <span className="cap t2">
              <Trans>No mail server is set: LEADCLOCK_SMTP_URL and LEADCLOCK_MAIL_FROM name it, from the next start on.</Trans>
            </span>
          )}
        </div>
        {ways.length === 0 ? (
          <p className="panel pol-empty">
            <Trans>
              There is no way yet: alerts are on the pages alone. By e-mail, a webhook, Slack or Microsoft Teams they reach people and
              programs elsewhere.
            </Trans>
          </p>
        ) : (
          <ul className="pol-list">
            {ways.map((way) => (
              <WayCard key={way.way} way={way} asOf={asOf} hasMail={mail} />
            ))}
          </ul>
        )}
      </section>
    </>
  );
}
