import { useLingui } from '@lingui/react/macro';
import { type ReactNode, useEffect } from 'react';
import { NavLink } from 'react-router';
import { useWayTo } from '../kpis/use-way-to.js';

interface PlaceProps {
  readonly title: string;
  /** what the page is for, in a sentence */
  readonly about: string;
  readonly children: ReactNode;
}

/** One of the pages about alerts: the ways to the others, its title, and what it is for. */
export function Place({ title, about, children }: PlaceProps) {
  const { t } = useLingui();
  const wayTo = useWayTo();
  useEffect(() => {
    document.title = `${title} · Leadclock`;
  }, [title]);
  const places = [
    { name: 'policies', words: t`Policies` },
    { name: 'calendars', words: t`Calendars` },
    { name: 'ways', words: t`Ways to reach people` },
    { name: 'what-if', words: t`What if` },
    { name: 'staffing', words: t`Staffing` },
  ];
  return (
    <main className="alerts-page">
      <nav className="alerts-places" aria-label={t`About alerts`}>
        {places.map(({ name, words }) => (
          <NavLink key={name} to={wayTo(`/alerts/${name}`)}>
            {words}
          </NavLink>
        ))}
      </nav>
      <header className="alerts-head">
        <h1>{title}</h1>
        <p className="t2">{about}</p>
      </header>
      {children}
    </main>
  );
}
