import { useLingui } from '@lingui/react/macro';
import { FormField } from '../form/form-field.js';
import { SelectField, TextField } from '../form/text-fields.js';
import { languageNames } from './language-names.js';
import { ListenerField } from './listener-field.js';
import { useWayWords } from './use-way-words.js';
import type { Way, WayList } from './way-answers.js';
import { askedKinds, type WayDraft } from './way-draft.js';

interface FieldsProps {
  readonly draft: WayDraft;
  /** null: it is new */
  readonly way: Way | null;
  readonly list: WayList;
  readonly onChange: (change: Partial<WayDraft>) => void;
}

/** All that somebody says of a way, as fields. */
export function WayFields({ draft, way, list, onChange }: FieldsProps) {
  const { t } = useLingui();
  const words = useWayWords(0);
  return (
    <>
      {way === null && (
        <div className="pol-row">
          <TextField
            label={t`Name`}
            paths={['$.way']}
            value={draft.name}
            hint={t`It stays for good.`}
            onChange={(name) => onChange({ name })}
          />
          <SelectField
            label={t`Kind`}
            paths={['$.kind']}
            value={draft.kind}
            choices={askedKinds.map((kind) => ({ value: kind, label: words.kind(kind) }))}
            onChange={(kind) => onChange({ kind, address: '' })}
          />
        </div>
      )}
      <ListenerField value={draft.listener} list={list} onChange={(listener) => onChange({ listener })} />
      <AddressField draft={draft} mask={way?.to ?? null} onChange={(address) => onChange({ address })} />
      {draft.kind !== 'webhook' && (
        <div className="pol-row">
          <SelectField
            label={t`Language of the messages`}
            paths={['$.language']}
            value={draft.language}
            choices={Object.entries(languageNames).map(([value, label]) => ({ value, label }))}
            onChange={(language) => onChange({ language })}
          />
        </div>
      )}
      {draft.kind === 'webhook' && way !== null && (
        <label className="pol-tick">
          <input type="checkbox" checked={draft.renews} onChange={(event) => onChange({ renews: event.target.checked })} />
          {t`Sign with another secret from now on; it is shown once, and the one until now holds no longer`}
        </label>
      )}
    </>
  );
}

interface AddressProps {
  readonly draft: WayDraft;
  /** the address until now, masked; null: there is none */
  readonly mask: string | null;
  readonly onChange: (address: string) => void;
}

function AddressField({ draft, mask, onChange }: AddressProps) {
  const { t } = useLingui();
  const hints = new Map([
    ['webhook', t`Each alert is posted to it as JSON, and signed by a secret that is shown once you save.`],
    ['slack', t`The URL of an incoming webhook, which Slack gives you for a channel.`],
    ['teams', t`The URL of a workflow that posts to a channel when a webhook request is received.`],
  ]);
  const kept = mask === null ? undefined : t`left empty: it stays ${mask}`;
  const hint = kept ?? hints.get(draft.kind);
  return (
    <FormField label={draft.kind === 'email' ? t`E-mail address` : t`URL`} paths={['$.address']} {...(hint !== undefined && { hint })}>
      {(aria) => (
        <input
          {...aria}
          className="pol-input way-address"
          type={draft.kind === 'email' ? 'email' : 'url'}
          maxLength={2_000}
          autoComplete="off"
          spellCheck={false}
          placeholder={draft.kind === 'email' ? 'ana@example.com' : 'https://'}
          value={draft.address}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </FormField>
  );
}
