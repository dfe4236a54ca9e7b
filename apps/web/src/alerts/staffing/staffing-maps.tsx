import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { HourMap } from './hour-map.js';
import { shadeOfCount, shadeOfShare } from './hour-shades.js';
import type { Staffing } from './staffing-answers.js';
import { useWeekWords } from './use-week-words.js';

/** When leads come, beside when they are answered in time. */
export function StaffingMaps({ staffing }: { staffing: Staffing }) {
  const { t } = useLingui();
  const { number } = useWeekWords();
  const { hours, zone } = staffing;
  const most = Math.max(...hours.map(({ arrivals }) => arrivals));
  return (
    <div className="stf-maps">
      <HourMap
        id="stf-arrivals"
        title={t`Arrivals`}
        note={<Trans>Leads by the hour in which they came, {zone}.</Trans>}
        hours={hours}
        cellOf={({ arrivals }) => ({
          shade: shadeOfCount(arrivals, most),
          text: arrivals === 0 ? '' : number(arrivals),
          said: t`${plural(arrivals, { one: '# lead', other: '# leads' })}`,
        })}
      />
      <HourMap
        id="stf-attainment"
        title={t`Answered in target, %`}
        note={<Trans>Of those whose deadline has passed. Fewer than ten say little: they stand as met/all, dashed.</Trans>}
        hours={hours}
        cellOf={({ met, late, attainment, small }) => {
          if (attainment === null) return { shade: 0, text: '', said: t`nothing to judge` };
          const share = number(Math.floor(attainment * 100));
          const [inTarget, all] = [number(met), number(met + late)];
          return {
            shade: small ? 'few' : shadeOfShare(attainment),
            text: small ? `${inTarget}/${all}` : share,
            said: small ? t`${inTarget} of ${all}, too few to judge` : t`${share} %, ${inTarget} of ${all}`,
          };
        }}
      />
    </div>
  );
}
