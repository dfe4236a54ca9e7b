import type { PlacedProblem } from '@leadclock/domain/configuration/asked-policies.js';
import type { DataSource } from 'typeorm';
import { nameBook } from '../wall/name-book.js';
import { readAskedWhatIf } from './read-asked.js';
import { type ListedAlert, type ReportJson, reportJson } from './report-json.js';
import { runWhatIf } from './run-what-if.js';

/** Alerts of a list, and how many more it has. */
interface Some {
  readonly alerts: readonly (ListedAlert & { readonly name: string })[];
  readonly more: number;
}

/** `POST /v1/what-if`: as `what-if --json`, with lists that end. */
export interface WhatIfJson extends Omit<ReportJson, 'listed'> {
  readonly listed: {
    /** that the policies make differ */
    readonly differ: Some;
    /** within two seconds of what decides them */
    readonly close: Some;
    /** while the product told nobody */
    readonly down: Some;
  };
}

export type AnsweredWhatIf =
  | { readonly ok: true; readonly body: WhatIfJson }
  | { readonly ok: false; readonly problems: readonly PlacedProblem[] };

/** Longer than this no question to the database takes, milliseconds. */
const questionMs = 20_000;

/** Replays what is asked. `goOn`: throws what ends it; `now`: epoch ms. */
export async function answerWhatIf(dataSource: DataSource, body: unknown, now: number, goOn: () => void): Promise<AnsweredWhatIf> {
  const read = readAskedWhatIf(body, now);
  if (!read.ok) return read;
  const { policies, replay, limit } = read.asked;
  const answer = await runWhatIf(dataSource, { policies, period: () => replay, goOn, questionMs }, now);
  if (!answer.ok) return answer;
  const { listed, ...report } = reportJson(
    answer.period,
    policies.map(({ policy }) => policy),
    answer.report,
  );
  const [differ, close, down] = [
    listed.filter(({ is, apart }) => is !== 'same' && apart === null),
    listed.filter(({ apart }) => apart === 'close'),
    listed.filter(({ apart }) => apart === 'down'),
  ];
  const shown = [differ, close, down].flatMap((alerts) => alerts.slice(0, limit));
  const names = await nameBook(dataSource).of([...new Set(shown.map(({ lead }) => lead))]);
  const some = (alerts: readonly ListedAlert[]): Some => ({
    alerts: alerts.slice(0, limit).map((alert) => ({ ...alert, name: names.get(alert.lead) ?? alert.lead })),
    more: Math.max(0, alerts.length - limit),
  });
  return { ok: true, body: { ...report, listed: { differ: some(differ), close: some(close), down: some(down) } } };
}
