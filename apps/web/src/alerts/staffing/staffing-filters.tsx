import { useLingui } from '@lingui/react/macro';
import { useMoment } from '../../console/use-console.js';
import { Choice } from '../../kpis/choice.js';
import type { Staffing } from './staffing-answers.js';
import { useStaffingAddress } from './use-staffing-address.js';

/** Whose leads, and of which weeks; beside it from when to when. */
export function StaffingFilters({ staffing }: { staffing: Staffing | undefined }) {
  const { t } = useLingui();
  const { team, weeks, chooseTeam, chooseWeeks } = useStaffingAddress();
  const moment = useMoment();
  const teams = (staffing?.teams ?? []).map((one) => ({ value: one.team, label: one.name }));
  return (
    <div className="stf-filters">
      <Choice label={t`Team`} value={team ?? ''} choices={[{ value: '', label: t`all` }, ...teams]} onChoose={chooseTeam} />
      <Choice
        label={t`Period`}
        value={String(weeks)}
        choices={[
          { value: '1', label: t`last week` },
          { value: '4', label: t`last 4 weeks` },
          { value: '13', label: t`last 13 weeks` },
          { value: '52', label: t`last 52 weeks` },
        ]}
        onChoose={chooseWeeks}
      />
      {staffing !== undefined && (
        <span className="cap t2">
          {moment(Date.parse(staffing.from), 0)} – {moment(Date.parse(staffing.to), 0)}
        </span>
      )}
    </div>
  );
}
