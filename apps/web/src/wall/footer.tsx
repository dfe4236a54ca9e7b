import { Trans } from '@lingui/react/macro';
import { useSyncExternalStore } from 'react';
import { Shape } from '../clock/shapes.js';
import { useWords } from '../clock/words.js';
import { sounds } from './moments/moments.js';
import { useWinLine, WinLine } from './moments/win-card.js';
import { NEWS_EVERY_MS, newsAt } from './news.js';
import { useKnown, useView } from './use-view.js';

/** The last good news, 8 s each; before it a win that has no card, and that the server still catches up. At its end, that sound is blocked. */
export function Footer() {
  const pending = useView((view) => (view.state?.pending ?? null) !== null);
  const win = useWinLine();
  const known = useKnown();
  if (!known) return <footer className="foot" />;
  return (
    <footer className="foot">
      {win !== null ? <WinLine turn={win} /> : pending ? <CatchingUp /> : <News />}
      <SoundBlocked />
    </footer>
  );
}

const CatchingUp = () => (
  <>
    <Shape of="ring" />
    <p className="cut">
      <Trans>Catching up · figures may still change</Trans>
    </p>
  </>
);

function SoundBlocked() {
  const state = useSyncExternalStore(sounds.subscribe, sounds.state);
  if (state !== 'blocked') return null;
  return (
    <p className="foot-end">
      <Trans>Sound blocked: press OK</Trans>
    </p>
  );
}

function News() {
  const words = useWords();
  const news = useView((view) => view.state?.news);
  const turn = useView((view) => Math.floor(view.now / NEWS_EVERY_MS));
  const item = newsAt(news ?? [], turn * NEWS_EVERY_MS);
  if (item === null) return null;
  const rep = <CutName name={item.rep} />;
  const lead = <CutName name={item.lead} />;
  const time = words.wait(Math.floor(item.seconds) * 1_000);
  return (
    <>
      <Shape of="done" />
      <p className="news" key={item.id}>
        <Trans>
          {rep} answered {lead} in {time}
        </Trans>
      </p>
    </>
  );
}

/** Where the line is too long its names are cut, and never how long it took. */
const CutName = ({ name }: { name: string }) => (
  <bdi className="cut" dir="auto" title={name}>
    {name}
  </bdi>
);
