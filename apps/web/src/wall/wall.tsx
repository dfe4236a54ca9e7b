import { useEffect } from 'react';
import { AnswerNow } from './answer-now.js';
import { Fastest } from './fastest.js';
import { Figures } from './figures.js';
import { FirstLead, FirstLeadFoot } from './first-lead.js';
import { Footer } from './footer.js';
import { Header } from './header.js';
import { Gone, Loading, NotLiveBand } from './not-live.js';
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
  if (freshness === 'starting') return null;
  if (freshness === 'loading') return <Loading />;
  if (freshness === 'gone') return <Gone />;
  const dim = freshness === 'stale' || freshness === 'unknown';
  return (
    <main className={dim ? 'stage stage-dim' : 'stage'} data-freshness={freshness}>
      <Header />
      <Figures />
      <Scene />
      {dim && <NotLiveBand />}
    </main>
  );
}

/** Scene "Now"; before the first lead, what it takes to see it. */
function Scene() {
  const before = useView((view) => view.state !== null && !view.state.setup.anyLead && view.state.waitingCount === 0);
  if (before) {
    return (
      <>
        <FirstLead />
        <FirstLeadFoot />
      </>
    );
  }
  return (
    <>
      <div className="lists">
        <AnswerNow />
        <Fastest />
      </div>
      <Footer />
    </>
  );
}
