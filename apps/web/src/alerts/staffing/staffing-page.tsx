import { Trans, useLingui } from '@lingui/react/macro';
import { useLink, useZone } from '../../console/use-console.js';
import { addDays, dayIn } from '../../team/days.js';
import { AskProblem } from '../ask-problem.js';
import { Place } from '../place.js';
import { GapList } from './gap-list.js';
import { type Staffing, useStaffing } from './staffing-answers.js';
import { StaffingFilters } from './staffing-filters.js';
import { StaffingMaps } from './staffing-maps.js';
import { StaffingTotal } from './staffing-total.js';
import { useStaffingAddress } from './use-staffing-address.js';
import { WorstHours } from './worst-hours.js';
import './staffing.css';

/** When leads come and when people are there. */
export function StaffingPage() {
  const { t } = useLingui();
  const zone = useZone();
  const now = useLink((view) => view.asOf);
  const { team, weeks } = useStaffingAddress();
  const from = now === 0 ? '' : addDays(dayIn(zone, now), -7 * weeks);
  const { data, error, refetch } = useStaffing(team, from);
  return (
    <Place title={t`Staffing`} about={t`When leads come, when they are late, and which hours nobody covers.`}>
      <StaffingFilters staffing={data} />
      {error !== null && <AskProblem error={error} onAgain={() => void refetch()} />}
      {data === undefined && error === null && <i className="bone stf-bones" aria-busy="true" />}
      {data !== undefined && <Picture staffing={data} />}
    </Place>
  );
}

function Picture({ staffing }: { staffing: Staffing }) {
  const { total, worst } = staffing;
  if (total.arrivals === 0 && total.met + total.late === 0) {
    return (
      <p className="panel stf-empty">
        <Trans>No lead came in this period. Choose a longer one, or another team.</Trans>
      </p>
    );
  }
  return (
    <>
      <StaffingTotal total={total} />
      {total.late > 0 && (
        <div className="stf-two">
          <WorstHours worst={worst} />
          <GapList staffing={staffing} />
        </div>
      )}
      <StaffingMaps staffing={staffing} />
    </>
  );
}
