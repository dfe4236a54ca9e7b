import { writeInstant } from '@leadclock/domain/events/instant.js';
import { type Attained, attainment } from '@leadclock/domain/what-if/attainment.js';
import type { AttainedBeside } from '@leadclock/domain/what-if/counts-beside.js';
import type { ComparedAlert, ReplayedPeriod, WhatIfReport } from '@leadclock/domain/what-if/what-if.js';
import { countsOf } from '@leadclock/live/what-if/count-alerts.js';
import { layOut } from '../cli/table.js';

/** Alerts that are printed one by one; `--json` has all. */
const most = 50;

/** The report as a person reads it. */
export function reportText({ from, to }: ReplayedPeriod, report: WhatIfReport): string {
  const counts = countsOf(report.alerts);
  const [close, down] = [report.alerts.filter(({ apart }) => apart === 'close'), report.alerts.filter(({ apart }) => apart === 'down')];
  return [
    `${writeInstant(from)} to ${writeInstant(to)}: ${report.leads} leads arrived\n`,
    layOut([
      ['alerts', 'happened', 'what if'],
      ['all', String(counts.happened), String(counts.replayed)],
      ...report.told.map((told) => [`to ${told.to}`, String(told.then), String(told.replayed)]),
      ...report.alertHours.map(({ hour, then, replayed }) => [hourName(hour), String(then), String(replayed)]),
    ]),
    `${counts.same} are the same, ${counts.others} tell others, ${counts.only_happened} would not have been, ${counts.only_replayed} are new\n`,
    attainmentTable(report),
    alertsIn(
      'differ:',
      report.alerts.filter(({ is, apart }) => is !== 'same' && apart === null),
    ),
    alertsIn('within 2 s of what decides whether they are raised, so that either may be right:', close),
    alertsIn('while the product was away, or told nobody:', down),
    ...report.down.map((time) => `the product told nobody from ${writeInstant(time.from)} to ${writeInstant(time.to)}\n`),
  ]
    .filter((part) => part !== '')
    .join('\n');
}

function attainmentTable({ all, teams, hours }: WhatIfReport): string {
  if (all === null) return '';
  return layOut([
    ['answered in target', 'happened', 'of', 'what if', 'of'],
    row('all', all),
    ...teams.map((team) => row(team.name === null ? 'no team' : `team ${team.name}`, team)),
    ...hours.map((hour) => row(hourName(hour.name), hour)),
  ]);
}

const hourName = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;

const row = (name: string, { then, replayed }: AttainedBeside<unknown>): readonly string[] => [
  name,
  ...figures(then),
  ...figures(replayed),
];

function figures(attained: Attained): readonly [string, string] {
  const value = attainment(attained);
  return [value === null ? '–' : value.toFixed(3), String(attained.met + attained.breached)];
}

function alertsIn(title: string, alerts: readonly ComparedAlert[]): string {
  if (alerts.length === 0) return '';
  const rows = alerts.slice(0, most).map(({ then, replayed }) => {
    const { due, lead, step } = then ?? replayed ?? { due: 0, lead: '', step: '' };
    return [writeInstant(due), lead, step, then?.to ?? '–', replayed?.to ?? '–'];
  });
  const more = alerts.length > most ? `and ${alerts.length - most} more, which --json lists\n` : '';
  return `${title}\n${layOut([['due', 'lead', 'step', 'happened: told', 'what if: tells'], ...rows])}${more}`;
}
