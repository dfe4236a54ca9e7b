import { Trans } from '@lingui/react/macro';
import { useMemo } from 'react';
import { Icon } from '../console/icons.js';
import { useFormattingLocale } from '../console/use-console.js';
import { useContact } from './lead-answers.js';
import { called } from './log-desk.js';
import { dialable } from './telephone.js';

/** How to reach the person: from the vault, never from the log. */
export function ContactCard({ lead }: { lead: string }) {
  const { data, isPending, isError } = useContact(lead);
  const language = useLanguageName();
  return (
    <section className="panel card" aria-busy={isPending}>
      <h2>
        <Trans>Contact</Trans>
      </h2>
      {isPending && <i className="bone" />}
      {isError && data === undefined && (
        <p className="t2">
          <Trans>The contact could not be read. It is tried again when you come back to this lead.</Trans>
        </p>
      )}
      {data?.kind === 'missing' && (
        <p className="t2">
          <Trans>Nobody left a name, a number or an address.</Trans>
        </p>
      )}
      {data?.kind === 'found' && (
        <>
          {data.body.phone !== null && (
            <a className="btn tel" href={dialable(data.body.phone)} onClick={() => called(lead)}>
              <Icon of="phone" />
              <span className="cut">{data.body.phone}</span>
            </a>
          )}
          <dl className="facts">
            {data.body.phone === null && (
              <>
                <dt>
                  <Trans>Phone</Trans>
                </dt>
                <dd className="t2">
                  <Trans>no number</Trans>
                </dd>
              </>
            )}
            {data.body.email !== null && (
              <>
                <dt>
                  <Trans>E-mail</Trans>
                </dt>
                <dd>
                  <a href={`mailto:${encodeURIComponent(data.body.email)}`}>{data.body.email}</a>
                </dd>
              </>
            )}
            {data.body.company !== null && (
              <>
                <dt>
                  <Trans>Company</Trans>
                </dt>
                <dd dir="auto">{data.body.company}</dd>
              </>
            )}
            {data.body.language !== null && (
              <>
                <dt>
                  <Trans>Language</Trans>
                </dt>
                <dd>{language(data.body.language)}</dd>
              </>
            )}
          </dl>
        </>
      )}
    </section>
  );
}

/** What the person wrote, as it was written. */
export function MessageCard({ lead }: { lead: string }) {
  const { data, isPending } = useContact(lead);
  const message = data?.kind === 'found' ? data.body.message : null;
  return (
    <section className="panel card" aria-busy={isPending}>
      <h2>
        <Trans>Message</Trans>
      </h2>
      {isPending && <i className="bone" />}
      {!isPending &&
        (message === null ? (
          <p className="t2">
            <Trans>No message.</Trans>
          </p>
        ) : (
          <p className="quote" dir="auto">
            {message}
          </p>
        ))}
    </section>
  );
}

/** `es` in the language on screen; what is no language tag stands as it is. */
function useLanguageName(): (tag: string) => string {
  const locale = useFormattingLocale();
  return useMemo(() => {
    const names = new Intl.DisplayNames(locale, { type: 'language', fallback: 'code' });
    return (tag) => {
      try {
        return names.of(tag) ?? tag;
      } catch {
        return tag;
      }
    };
  }, [locale]);
}
