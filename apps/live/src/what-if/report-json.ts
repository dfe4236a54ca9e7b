import { writeInstant } from '@leadclock/domain/events/instant.js';
import type { AlertHour } from '@leadclock/domain/what-if/alert-hours.js';
import { type Attained, attainment } from '@leadclock/domain/what-if/attainment.js';
import type { AttainedBeside } from '@leadclock/domain/what-if/counts-beside.js';
import type { ToldBeside } from '@leadclock/domain/what-if/told-beside.js';
import type { ComparedAlert, ReplayedPeriod, WhatIfReport } from '@leadclock/domain/what-if/what-if.js';
import { type AlertCounts, countsOf } from './count-alerts.js';

interface Figures extends Attained {
  /** met / (met + breached); null: no deadline has passed */
  readonly value: number | null;
}

interface Sides {
  readonly happened: Figures;
  readonly replayed: Figures;
}

/** A replay beside what happened, as `what-if --json` prints it. */
export interface ReportJson {
  readonly from: string;
  readonly to: string;
  readonly as_of: string;
  readonly policies: readonly string[];
  readonly leads: number;
  readonly alerts: AlertCounts;
  readonly told: readonly ToldBeside[];
  readonly alert_hours: readonly AlertHour[];
  readonly attainment: {
    readonly all: Sides | null;
    readonly teams: readonly ({ readonly team: string | null } & Sides)[];
    readonly hours: readonly ({ readonly hour: number } & Sides)[];
  };
  readonly down: readonly { readonly from: string; readonly to: string }[];
  readonly listed: readonly ListedAlert[];
}

export interface ListedAlert {
  readonly lead: string;
  readonly step: string;
  readonly policy: string | null;
  readonly due: string;
  readonly is: 'same' | 'others' | 'happened' | 'replayed';
  readonly apart: 'close' | 'down' | null;
  readonly happened: { readonly alert: string; readonly raised: string; readonly to: string } | null;
  readonly replayed: { readonly raised: string; readonly to: string } | null;
}

export function reportJson({ from, to, asOf }: ReplayedPeriod, policies: readonly string[], report: WhatIfReport): ReportJson {
  return {
    from: writeInstant(from),
    to: writeInstant(to),
    as_of: writeInstant(asOf),
    policies,
    leads: report.leads,
    alerts: countsOf(report.alerts),
    told: report.told,
    alert_hours: report.alertHours,
    attainment: {
      all: report.all === null ? null : sides(report.all),
      teams: report.teams.map((team) => ({ team: team.name, ...sides(team) })),
      hours: report.hours.map((hour) => ({ hour: hour.name, ...sides(hour) })),
    },
    down: report.down.map((time) => ({ from: writeInstant(time.from), to: writeInstant(time.to) })),
    listed: report.alerts.map(listed),
  };
}

const sides = ({ then, replayed }: AttainedBeside<unknown>): Sides => ({ happened: figures(then), replayed: figures(replayed) });

const figures = (attained: Attained): Figures => ({ ...attained, value: attainment(attained) });

function listed({ is, apart, then, replayed }: ComparedAlert): ListedAlert {
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
