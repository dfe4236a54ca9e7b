import { writeInstant } from '@leadclock/domain/events/instant.js';
import { type Attained, attainment } from '@leadclock/domain/what-if/attainment.js';
import type { AttainedBeside } from '@leadclock/domain/what-if/counts-beside.js';
import type { ComparedAlert, ReplayedPeriod, WhatIfReport } from '@leadclock/domain/what-if/what-if.js';
import { countsOf } from './count-alerts.js';

/** The report as `--json` prints it. */
export function reportJson({ from, to, asOf }: ReplayedPeriod, policies: readonly string[], report: WhatIfReport): unknown {
  return {
    from: writeInstant(from),
    to: writeInstant(to),
    as_of: writeInstant(asOf),
    policies,
    leads: report.leads,
    alerts: countsOf(report.alerts),
    told: report.told,
    attainment: {
      all: report.all === null ? null : sides(report.all),
      teams: report.teams.map((team) => ({ team: team.name, ...sides(team) })),
      hours: report.hours.map((hour) => ({ hour: hour.name, ...sides(hour) })),
    },
    down: report.down.map((time) => ({ from: writeInstant(time.from), to: writeInstant(time.to) })),
    listed: report.alerts.map(listed),
  };
}

const sides = ({ then, replayed }: AttainedBeside<unknown>) => ({ happened: figures(then), replayed: figures(replayed) });

const figures = (attained: Attained) => ({ ...attained, value: attainment(attained) });

function listed({ is, apart, then, replayed }: ComparedAlert) {
  const { lead, step, due } = then ?? replayed ?? { lead: '', step: '', due: 0 };
  return {
    lead,
    step,
    policy: replayed?.policy ?? null,
    due: writeInstant(due),
    is: is === 'then' ? 'happened' : is,
    apart,
    happened: then === null ? null : { alert: then.alert, raised: writeInstant(then.raised), to: then.to },
    replayed: replayed === null ? null : { raised: writeInstant(replayed.raised), to: replayed.to },
  };
}
