import { Trans, useLingui } from '@lingui/react/macro';
import { Logo } from '../clock/shapes.js';
import { ConnectionMark } from './connection-mark.js';
import { LanguageMenu } from './language-menu.js';

interface TopBarProps {
  readonly page: 'me' | 'team';
  /** buttons beside the connection mark: SoundButton, PauseButton and the like */
  readonly tools?: React.ReactNode;
  /** at the right end: who sits here */
  readonly person?: React.ReactNode;
  /** on a narrow screen in the place of the logo: the way back, or whose list it is */
  readonly narrow?: React.ReactNode;
}

/** The bar over each console: product and pages left; connection, sound, notifications, language and person right. */
export function TopBar({ page, tools, person, narrow }: TopBarProps) {
  const { t } = useLingui();
  return (
    <header className={narrow === undefined ? 'top' : 'top top-narrow'}>
      <span className="brand">
        <Logo />
        <span>Leadclock</span>
      </span>
      {narrow !== undefined && <span className="top-instead">{narrow}</span>}
      <nav className="nav" aria-label={t`Pages`}>
        <a href="/me" aria-current={page === 'me' ? 'page' : undefined}>
          <Trans>My leads</Trans>
        </a>
        <a href="/team" aria-current={page === 'team' ? 'page' : undefined}>
          <Trans>Team</Trans>
        </a>
      </nav>
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
