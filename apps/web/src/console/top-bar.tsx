import { useLingui } from '@lingui/react/macro';
import { Logo } from '../clock/shapes.js';
import { ConnectionMark } from './connection-mark.js';
import { LanguageMenu } from './language-menu.js';
import { PageMenu } from './page-menu.js';
import { usePages } from './use-pages.js';

interface TopBarProps {
  readonly page: 'me' | 'team' | 'kpis' | 'boards' | 'alerts';
  /** buttons beside the connection mark: SoundButton, PauseButton and the like */
  readonly tools?: React.ReactNode;
  /** beside the pages: what the person here is doing */
  readonly state?: React.ReactNode;
  /** at the right end: who sits here */
  readonly person?: React.ReactNode;
  /** on a narrow screen in the place of the logo: the way back, or whose list it is; left out: a menu of the pages */
  readonly narrow?: React.ReactNode;
}

/** The bar over each console: product and pages left; connection, sound, notifications, language and person right. */
export function TopBar({ page, tools, state, person, narrow }: TopBarProps) {
  const { t } = useLingui();
  const pages = usePages();
  return (
    <header className="top">
      <span className="brand">
        <Logo />
        <span>Leadclock</span>
      </span>
      <span className="top-instead">{narrow ?? <PageMenu page={page} />}</span>
      <nav className="nav" aria-label={t`Pages`}>
        {pages.map(({ name, title }) => (
          <a key={name} href={`/${name}`} aria-current={page === name ? 'page' : undefined}>
            {title}
          </a>
        ))}
      </nav>
      {state}
      <i className="grow" />
      <div className="bar">
        <ConnectionMark />
        {tools}
        <i className="sep" />
        <LanguageMenu />
        {person}
      </div>
    </header>
  );
}
