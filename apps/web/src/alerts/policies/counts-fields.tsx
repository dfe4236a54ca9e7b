import { Trans, useLingui } from '@lingui/react/macro';
import type { Counts } from './policy-draft.js';
import { usePolicyWords } from './use-policy-words.js';

const channels = ['call', 'email', 'sms', 'chat', 'meeting', 'demo', 'visit', 'social', 'task', 'other'];
const actors = ['human', 'ai', 'automated'];
const failures = ['bounced', 'wrong_number', 'no_answer', 'busy', 'voicemail', 'no_show', 'cancelled'];

/** Which touchpoints answer a lead. */
export function CountsFields({ counts, onChange }: { counts: Counts; onChange: (counts: Counts) => void }) {
  const { t } = useLingui();
  const words = usePolicyWords();
  const groups = [
    { name: 'outbound', label: t`What is sent or done to the lead`, all: channels, said: words.channel },
    { name: 'inbound', label: t`What comes from the lead and is picked up`, all: channels, said: words.channel },
    { name: 'actors', label: t`Done by`, all: actors, said: words.actor },
    { name: 'unless', label: t`But not when it turns out as`, all: failures, said: words.outcome },
  ] as const;
  return (
    <details className="pol-part">
      <summary>
        <Trans>Which touchpoints count as an answer</Trans>
      </summary>
      {groups.map(({ name, label, all, said }) => (
        <fieldset key={name} className="pol-ticks">
          <legend>{label}</legend>
          {[...new Set([...all, ...counts[name]])].map((value) => (
            <label key={value} className="pol-tick">
              <input
                type="checkbox"
                checked={counts[name].includes(value)}
                onChange={({ target: { checked } }) =>
                  onChange({ ...counts, [name]: checked ? [...counts[name], value] : counts[name].filter((one) => one !== value) })
                }
              />
              {said(value)}
            </label>
          ))}
        </fieldset>
      ))}
    </details>
  );
}
