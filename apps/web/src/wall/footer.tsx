import { Trans } from '@lingui/react/macro';
import { useSyncExternalStore } from 'react';
import { Shape } from '../clock/shapes.js';
import { useWords } from '../clock/words.js';
import { pagesOf } from './board/pages.js';
import { sounds } from './moments/moments.js';
import { useWinLine, WinLine } from './moments/win-card.js';
import { NEWS_EVERY_MS, newsAt } from './news.js';
import type { BoardPage } from './scene/scene-list.js';
import { useKnown, useView } from './use-view.js';

/** The last good news, 8 s each; before it a win that has no card, and that the server still catches up. At its end, that sound is blocked, or which board is shown. */
export function Footer({ page }: { page: BoardPage | null }) {
  const pending = useView((view) => (view.state?.pending ?? null) !== null);
  const win = useWinLine();
  const known = useKnown();
  if (!known) return <footer className="foot">{page !== null && <BoardName {...page} />}</footer>;
  return (
    <footer className="foot">
      {win !== null ? <WinLine turn={win} /> : pending ? <CatchingUp /> : <News />}
      <FootEnd page={page} />
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

function FootEnd({ page }: { page: BoardPage | null }) {
  const state = useSyncExternalStore(sounds.subscribe, sounds.state);
  if (state !== 'blocked') return page === null ? null : <BoardName {...page} />;
  return (
    <p className="foot-end">
      <Trans>Sound blocked: press OK</Trans>
    </p>
  );
}

/** Which board is on the wall, and which of its pages. */
function BoardName({ board, page }: BoardPage) {
  const state = useView((view) => view.boards.find(({ id }) => id === board)?.state ?? null);
  if (state === null || state.name === null) return null;
  const pages = pagesOf(state).length;
  return (
    <p className="foot-scene">
      <span className="cut" dir="auto" title={state.name}>
        {state.name}
      </span>
      {pages > 1 && (
        <span>
          &nbsp;{page}/{pages}
        </span>
      )}
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
