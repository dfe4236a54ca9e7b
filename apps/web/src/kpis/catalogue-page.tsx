import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useRef, useState } from 'react';
import { Icon } from '../console/icons.js';
import type { Definition } from './answers.js';
import { CatalogueLine } from './catalogue-line.js';
import { PlaceLinks } from './place-links.js';
import { Problem } from './problem.js';
import { useQuestionWords } from './question-words.js';
import { bySection, found } from './search.js';
import { useCatalogue, useHeadlines } from './use-numbers.js';

const nothing: readonly Definition[] = [];

/** Every number there is, under its section, with what it says today. Typing searches, the arrows walk, Enter opens. */
export function CataloguePage() {
  const { t } = useLingui();
  const words = useQuestionWords();
  const { data = nothing, error, errorUpdatedAt, refetch } = useCatalogue();
  const [typed, setTyped] = useState('');
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set());
  const headlines = useHeadlines(data, seen);
  const page = useRef<HTMLElement>(null);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    document.title = `${t`Numbers`} · Leadclock`;
  }, [t]);
  useSlash(field);
  const kpis = found(data, typed, words.section);
  return (
    <main className="catalogue" ref={page} onKeyDown={(event) => walk(event, page.current, field.current)}>
      <header className="catalogue-head">
        <h1>
          <Trans>Numbers</Trans>
        </h1>
        <p className="t2">
          <Trans>
            Every number of the product: what it is, how it is made, and what it says today. Open one to ask it your own question.
          </Trans>
        </p>
        <PlaceLinks />
        <label className="search">
          <Icon of="search" />
          <span className="vh">
            <Trans>Search the numbers</Trans>
          </span>
          <input
            ref={field}
            type="search"
            value={typed}
            placeholder={t`Search`}
            onChange={(event) => setTyped(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Escape') setTyped('');
            }}
          />
          <kbd aria-hidden="true">/</kbd>
        </label>
        <p className="vh" role="status">
          {typed !== '' && <Plural value={kpis.length} one="# number found" other="# numbers found" />}
        </p>
      </header>
      {error !== null && <Problem error={error} since={errorUpdatedAt} onAgain={() => void refetch()} />}
      {data.length === 0 && error === null && <Bones />}
      {data.length > 0 && kpis.length === 0 && (
        <p className="empty">
          <Trans>No number has these words in its name or formula.</Trans>{' '}
          <button type="button" className="as-link" onClick={() => setTyped('')}>
            <Trans>Show all</Trans>
          </button>
        </p>
      )}
      {bySection(kpis).map(([section, members]) => (
        <section key={section} aria-labelledby={`section-${section}`}>
          <h2 id={`section-${section}`}>{words.section(section)}</h2>
          <ul className="panel kpi-lines">
            {members.map((kpi) => (
              <CatalogueLine
                key={kpi.name}
                kpi={kpi}
                answer={headlines.get(kpi.name) ?? null}
                onSeen={() => setSeen((before) => (before.has(kpi.name) ? before : new Set([...before, kpi.name])))}
              />
            ))}
          </ul>
        </section>
      ))}
    </main>
  );
}

/** A slash begins a search, unless somebody is typing. */
function useSlash(field: React.RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      const typing = event.target instanceof HTMLElement && event.target.matches('input, select, textarea');
      if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      field.current?.focus();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [field]);
}

/** The arrows walk over the lines, from the search field and back to it. */
function walk(event: React.KeyboardEvent, page: HTMLElement | null, field: HTMLInputElement | null): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const lines = [...(page?.querySelectorAll<HTMLElement>('.kpi-line') ?? [])];
  const at = lines.findIndex((line) => line === document.activeElement);
  if (at < 0 && document.activeElement !== field) return;
  event.preventDefault();
  const next = at + (event.key === 'ArrowDown' ? 1 : -1);
  if (next < 0) field?.focus();
  else lines[Math.min(next, lines.length - 1)]?.focus();
}

const Bones = () => (
  <div aria-busy="true">
    <p className="vh">
      <Trans>Loading</Trans>
    </p>
    {[0, 1, 2].map((index) => (
      <i key={index} className="bone bone-section" />
    ))}
  </div>
);
