import { Trans } from '@lingui/react/macro';
import { Shape } from '../clock/shapes.js';
import { useWords } from '../clock/words.js';
import { NEWS_EVERY_MS, newsAt } from './news.js';
import { useKnown, useView } from './use-view.js';

/** The last good news, 8 s each; while the server still catches up, that is said instead. */
export function Footer() {
  const pending = useView((view) => (view.state?.pending ?? null) !== null);
  const known = useKnown();
  if (!known) return <footer className="foot" />;
  return <footer className="foot">{pending ? <CatchingUp /> : <News />}</footer>;
}

const CatchingUp = () => (
  <>
    <Shape of="ring" />
    <p className="cut">
      <Trans>Catching up · figures may still change</Trans>
    </p>
  </>
);

function News() {
  const words = useWords();
  const news = useView((view) => view.state?.news);
  const turn = useView((view) => Math.floor(view.now / NEWS_EVERY_MS));
  const item = newsAt(news ?? [], turn * NEWS_EVERY_MS);
  if (item === null) return null;
  const rep = <bdi dir="auto">{item.rep}</bdi>;
  const lead = <bdi dir="auto">{item.lead}</bdi>;
  const time = words.wait(Math.floor(item.seconds) * 1_000);
  return (
    <>
      <Shape of="done" />
      <p className="cut" key={item.id}>
        <Trans>
          {rep} answered {lead} in {time}
        </Trans>
      </p>
    </>
  );
}
