import { Trans, useLingui } from '@lingui/react/macro';
import { humanised, useSourceWords } from '../console/source-words.js';
import { AgreedCard } from './agreed-card.js';
import type { LeadDetail, TimelineEvent } from './answers.js';
import { LeadDisputes } from './disputes/lead-disputes.js';
import { DrillButtons } from './drill-buttons.js';
import { Icon } from './icons.js';
import { LeadJourney } from './lead-journey.js';
import { LeadTimeline } from './lead-timeline.js';
import { MergedNote } from './merged-note.js';
import { PolicyCard } from './policy-card.js';
import { ProblemNote } from './problem-note.js';
import { useRepName } from './rep-names.js';
import { useProblem } from './use-asked.js';
import { useLead } from './use-lead.js';
import { Verdict, VerdictTags } from './verdict.js';

interface LeadViewProps {
  readonly lead: string;
  /** null: there is no list to go back to */
  readonly onBack: (() => void) | null;
  readonly onClose: () => void;
}

/** One lead in the panel: the verdict first, then what it was judged by, then every event with why it counted or did not. */
export function LeadView({ lead, onBack, onClose }: LeadViewProps) {
  const { t } = useLingui();
  const { data, error, errorUpdatedAt } = useLead(lead);
  const problem = useProblem(error, errorUpdatedAt);
  return (
    <>
      <header>
        {onBack !== null && (
          <button type="button" className="btn btn-quiet" aria-label={t`Back to the list`} onClick={onBack}>
            <Icon of="left" />
          </button>
        )}
        <div className="cut-box">
          <h2 id="drill" className="cut" dir="auto">
            {data?.detail.name ?? '…'}
          </h2>
          {data !== undefined && <About detail={data.detail} />}
        </div>
        <span className="grow" />
        <DrillButtons onClose={onClose} />
      </header>
      <div className="lead-parts" tabIndex={0} role="region" aria-label={t`Verdict and timeline`}>
        {problem !== null && <ProblemNote problem={problem} />}
        {data === undefined && problem === null && <i className="bone bone-list" aria-hidden="true" />}
        {data !== undefined && (
          <>
            {data.detail.incomplete !== null && (
              <p className="problem">
                <Trans>Not all events of this lead could be read.</Trans>
              </p>
            )}
            {data.detail.state.merged_into != null ? (
              <MergedNote into={data.detail.state.merged_into} />
            ) : (
              <Judged detail={data.detail} events={data.timeline.events} />
            )}
            <LeadTimeline detail={data.detail} events={data.timeline.events} />
          </>
        )}
      </div>
    </>
  );
}

/** What is true of a lead that stands for itself. */
const Judged = ({ detail, events }: { detail: LeadDetail; events: readonly TimelineEvent[] }) => (
  <>
    <VerdictTags detail={detail} />
    <Verdict detail={detail} />
    <AgreedCard detail={detail} events={events} />
    <LeadDisputes detail={detail} />
    <LeadJourney detail={detail} />
    <PolicyCard detail={detail} />
  </>
);

function About({ detail: { state } }: { detail: LeadDetail }) {
  const { t } = useLingui();
  const words = useSourceWords();
  const repName = useRepName();
  const owner = repName(state.owner);
  const parts = [
    state.product === null ? null : humanised(state.product),
    state.origin === null ? null : words.origin(state.origin),
    state.campaign,
    state.merged_into != null ? null : owner === null ? t`nobody’s` : t`owner ${owner}`,
  ];
  return (
    <p className="cut" dir="auto">
      {parts.filter((part) => part !== null).join(' · ')}
    </p>
  );
}
