import type { PlacedProblem } from '@leadclock/domain/configuration/asked-policies.js';
import { type DataSource, QueryFailedError } from 'typeorm';
import { nameBook } from '../wall/name-book.js';
import { readAskedWhatIf } from './read-asked.js';
import { tookTooLong } from './replay-limits.js';
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
  | { readonly ok: false; readonly problems: readonly PlacedProblem[] }
  /** a question to the database took longer than it may */
  | { readonly ok: false; readonly stopped: string };

interface Bounds {
  /** asked again and again; throws what ends the replay */
  readonly goOn: () => void;
  /** longer no question to the database may take, milliseconds */
  readonly questionMs: number;
}

/** How PostgreSQL says that it has given a statement up. */
const GIVEN_UP = '57014';

/** Replays what is asked. `now`: epoch ms. */
export async function answerWhatIf(
  dataSource: DataSource,
  body: unknown,
  now: number,
  { goOn, questionMs }: Bounds,
): Promise<AnsweredWhatIf> {
  const read = readAskedWhatIf(body, now);
  if (!read.ok) return read;
  const { policies, replay, limit } = read.asked;
  const answer = await runWhatIf(dataSource, { policies, period: () => replay, goOn, questionMs }, now).catch((error: unknown) => {
    if (!(error instanceof QueryFailedError) || error.driverError.code !== GIVEN_UP) throw error;
    return { ok: false as const, stopped: tookTooLong('a question to the database', questionMs) };
  });
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
