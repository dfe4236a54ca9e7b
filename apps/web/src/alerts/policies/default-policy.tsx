import { Trans } from '@lingui/react/macro';
import type { Settings } from './policy-answers.js';
import { PolicyFacts } from './policy-facts.js';

/** What judges a lead that no policy matches. */
export function DefaultPolicy({ settings }: { settings: Settings }) {
  return (
    <section className="panel pol-card" data-policy="">
      <div className="pol-head">
        <h2>
          <Trans>Default</Trans>
        </h2>
        <span className="cap t2 grow">
          <Trans>judges every lead that no policy matches; it cannot be changed</Trans>
        </span>
      </div>
      <PolicyFacts settings={settings} />
    </section>
  );
}
