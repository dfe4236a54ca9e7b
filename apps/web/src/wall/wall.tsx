import { useEffect } from 'react';
import { useStore } from 'zustand';
import { AnswerNow } from './answer-now.js';
import { BoardScene } from './board/board-scene.js';
import { Fastest } from './fastest.js';
import { Figures } from './figures.js';
import { FirstLead } from './first-lead.js';
import { Footer } from './footer.js';
import { Header } from './header.js';
import { WinCard } from './moments/win-card.js';
import { Gone, Loading, NotLiveBand } from './not-live.js';
import { sceneStore, showOf } from './scene/scene.js';
import { sceneAt } from './scene/scene-choice.js';
import { boardPage } from './scene/scene-list.js';
import { Distribution } from './today/distribution.js';
import { Funnel } from './today/funnel.js';
import { useView } from './use-view.js';

const WIDTH = 1920;
const HEIGHT = 1080;

/** The stage is laid out once, at 1920 x 1080, and scaled to the screen: the same picture on every television. */
function useScaledStage(): void {
  useEffect(() => {
    const fit = (): void => {
      const scale = Math.min(window.innerWidth / WIDTH, window.innerHeight / HEIGHT);
      const left = (window.innerWidth - WIDTH * scale) / 2;
      const top = (window.innerHeight - HEIGHT * scale) / 2;
      const root = document.getElementById('root');
      if (root !== null) root.style.transform = `translate(${left}px, ${top}px) scale(${scale})`;
    };
    fit();
    window.addEventListener('resize', fit);
    return () => window.removeEventListener('resize', fit);
  }, []);
}

/** The wall at its present step of freshness. */
export function Wall() {
  useScaledStage();
  const freshness = useView((view) => view.freshness);
  const lastFrame = useView((view) => view.lastFrame);
  if (freshness === 'starting') return null;
  if (freshness === 'loading') return <Loading />;
  if (freshness === 'gone') return <Gone />;
  const dim = freshness === 'stale' || freshness === 'unknown';
  return (
    <main className={dim ? 'stage stage-dim' : 'stage'} data-freshness={freshness}>
      <Header />
      <Figures />
      <Scene />
      {dim && <NotLiveBand since={lastFrame} />}
    </main>
  );
}

/** The scene of this moment; before the first lead, what it takes to see one. */
function Scene() {
  const before = useView((view) => view.state !== null && !view.state.setup.anyLead && view.state.waitingCount === 0);
  const choice = useStore(sceneStore);
  const scene = useView((view) => sceneAt(choice, showOf(view.boards), view.now));
  const page = boardPage(scene);
  if (before) return <FirstLead />;
  return (
    <>
      <div className={page === null ? 'lists' : 'lists lists-board'} data-scene={scene}>
        {page !== null ? (
          <BoardScene {...page} />
        ) : scene === 'today' ? (
          <>
            <Funnel />
            <Distribution />
          </>
        ) : (
          <>
            <AnswerNow />
            <Fastest />
          </>
        )}
        <WinCard />
      </div>
      <Footer page={page} />
    </>
  );
}
