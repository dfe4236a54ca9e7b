import { Trans } from '@lingui/react/macro';
import { durationText } from '../i18n/durations.js';
import type { LeadDetail } from './answers.js';
import { JourneyBar } from './journey-bar.js';
import { useJourneyWords } from './journey-words.js';
import { useFormats } from './use-formats.js';

/** What the minutes between the lead's arrival and the contact with it were made of; nothing before it has arrived. */
export function LeadJourney({ detail: { journey } }: { detail: LeadDetail }) {
  const words = useJourneyWords();
  const { locale, percent } = useFormats();
  const span = (seconds: number): string => durationText(locale, seconds);
  const whole = journey.reduce((sum, { seconds }) => sum + seconds, 0);
  if (journey.length === 0) return null;
  const system = journey.reduce((sum, { seconds, by }) => sum + (by === 'system' ? seconds : 0), 0);
  const [systemText, peopleText] = [span(system), span(whole - system)];
  return (
    <section className="panel" aria-labelledby="journey">
      <header>
        <h2 id="journey">
          <Trans>Where the time went</Trans>
        </h2>
        <span className="grow" />
        <span className="sub">{span(whole)}</span>
      </header>
      <div className="way-box">
        <JourneyBar stretches={journey.map((stretch, index) => ({ ...stretch, number: index + 1 }))} />
        <p className="small t2">
          <Trans>
            System {systemText} (hatched), people {peopleText}.
          </Trans>
        </p>
        <ol className="way-list">
          {journey.map(({ leg, seconds, by }, index) => (
            <li key={leg}>
              <span className="t3">{index + 1}</span>
              <b>{words.leg(leg)}</b>
              <span className="t2">{words.by(by)}</span>
              <span className="num">{span(seconds)}</span>
              <span className="num t2">{whole === 0 ? '' : percent(seconds / whole)}</span>
            </li>
          ))}
        </ol>
      </div>
    </section>
  );
}
