import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { showSecret, useNewSecret } from './way-store.js';

/** What a webhook is signed with, until somebody says that he has it: the server tells it once. */
export function NewSecret() {
  const { t } = useLingui();
  const told = useNewSecret();
  const [copied, setCopied] = useState<'copied' | 'failed' | null>(null);
  if (told === null) return null;
  const { way, secret } = told;
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(secret);
    setCopied('copied');
  };
  const close = (): void => {
    showSecret(null);
    document.querySelector<HTMLElement>(`[data-way="${CSS.escape(way)}"] .btn`)?.focus();
  };
  return (
    <section className="pol-conflict way-secret" aria-label={t`The secret of ${way}`}>
      <p>
        <b>
          <Trans>
            The secret of <bdi>{way}</bdi> is shown this once.
          </Trans>
        </b>{' '}
        <Trans>Whoever receives its webhooks needs it to tell that they are ours (Standard Webhooks).</Trans>
      </p>
      <code>{secret}</code>
      <div className="pol-bar">
        <button type="button" className="btn" onClick={() => void copy().catch(() => setCopied('failed'))}>
          <Trans>Copy</Trans>
        </button>
        <button type="button" className="btn btn-quiet" onClick={close}>
          <Trans>I have kept it</Trans>
        </button>
        <span className="cap" role="status">
          {copied === 'copied' && <Trans>Copied.</Trans>}
          {copied === 'failed' && <Trans>The browser does not let us copy: select it and copy it yourself.</Trans>}
        </span>
      </div>
    </section>
  );
}
