import { createHash } from 'node:crypto';
import { readCalendar, readOwnHours, readUse } from '@leadclock/domain/configuration/calendar-entry.js';
import type { CalendarProblem } from '@leadclock/domain/configuration/calendar-problems.js';
import {
  calendarEdit,
  type HoursPlan,
  planCalendar,
  planRep,
  planSite,
  planTeam,
  siteEdit,
  type ToldSetting,
} from '@leadclock/domain/configuration/plan-calendar.js';
import { editOf, setBy } from '@leadclock/domain/configuration/versions-ahead.js';
import { canonicalJson } from '@leadclock/domain/events/canonical-json.js';
import type { LeadclockEvent } from '@leadclock/domain/events/event.js';
import { writeInstant } from '@leadclock/domain/events/instant.js';
import { textProblem } from '@leadclock/domain/events/text.js';
import { pageRefusal } from '@leadclock/runtime/own-page.js';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { idempotencyKey } from '../commands/idempotency-key.js';
import { type SettingMoment, type SettingPlan, type Settled, setOnce } from '../configuration/set-once.js';
import { jsonOf, readerFault } from '../door/body.js';
import { answerFaults, askForKey, readBytes, release } from '../door/door-routes.js';
import type { Fault } from '../door/problem.js';
import { type CalendarParts, personOf, sendSettled } from './send-settled.js';

const LARGEST_BODY = 1024 * 1024;
const ALLOWED = 'send application/json, one object';
/** Source of what was set here. */
const SOURCE = '/leadclock/calendars';

type HoursRequest = FastifyRequest<{ Body: Buffer | undefined; Params: { id?: string } }>;

interface Occasion {
  readonly events: readonly LeadclockEvent[];
  readonly at: number;
  readonly seen: string;
}

type Asked = { readonly ok: true; readonly plan: (occasion: Occasion) => HoursPlan } | Refused;
type Refused = { readonly ok: false; readonly problems: readonly CalendarProblem[] };

interface Setting {
  readonly path: string;
  readonly name: string;
  readonly read: (id: string, body: unknown) => Asked;
  /** what names its state */
  readonly edit: (events: readonly LeadclockEvent[], id: string) => string;
}

const planned = <T>(read: { readonly ok: true; readonly asked: T } | Refused, plan: (asked: T, occasion: Occasion) => HoursPlan): Asked =>
  read.ok ? { ok: true, plan: (occasion) => plan(read.asked, occasion) } : read;

const settings: readonly Setting[] = [
  {
    path: '/v1/calendars/:id',
    name: 'calendar',
    read: (id, body) => planned(readCalendar(body), (asked, occasion) => planCalendar(id, asked, occasion)),
    edit: calendarEdit,
  },
  {
    path: '/v1/teams/:id/calendar',
    name: 'team',
    read: (id, body) => planned(readUse(body), (asked, occasion) => planTeam(id, asked, occasion)),
    edit: (events, id) => editOf(setBy(events, 'team.set', id)),
  },
  {
    path: '/v1/reps/:id/hours',
    name: 'rep',
    read: (id, body) => planned(readOwnHours(body), (asked, occasion) => planRep(id, asked, occasion)),
    edit: (events, id) => editOf(setBy(events, 'rep.set', id)),
  },
  {
    path: '/v1/site/calendar',
    name: 'site',
    read: (_id, body) => planned(readUse(body), planSite),
    edit: siteEdit,
  },
];

/**
 * `PUT /v1/calendars/:id`, `/v1/teams/:id/calendar`, `/v1/reps/:id/hours` and `/v1/site/calendar`: when people work. `If-Match` names the state
 * that was seen (`edit` of `GET /v1/calendars`; `0`: a new calendar), so that of two who change the same the second is told.
 */
export function hoursRoutes(scope: FastifyInstance, { keyring, admission, publicUrl, ...parts }: CalendarParts): void {
  askForKey(scope, { keyring, admission }, (request) => pageRefusal(request, publicUrl));
  answerFaults(scope, admission, parts.logger, (code) => readerFault(code, LARGEST_BODY, ALLOWED));
  readBytes(scope, ['application/json'], LARGEST_BODY);
  for (const setting of settings)
    scope.put(setting.path, async (request: HoursRequest, reply) => {
      const settled = await set(request, setting);
      release(request, admission);
      return sendSettled(reply, settled, setting.name);
    });

  async function set(request: HoursRequest, { name, read, edit }: Setting): Promise<Settled> {
    const id = request.params.id ?? '';
    if (name !== 'site' && textProblem(id, 200) !== null) return { status: 400, detail: `the id of the ${name} ${textProblem(id, 200)}` };
    const key = idempotencyKey(request.headers['idempotency-key']);
    if (typeof key !== 'string') return key;
    const seen = seenIn(request.headers['if-match']);
    if (typeof seen !== 'string') return seen;
    const json = jsonOf(request.body, ALLOWED);
    if ('detail' in json) return json;
    const asked = read(id, json.value);
    if (!asked.ok) return asked;
    const digest = createHash('sha256')
      .update(`${name}\n${id}\n${seen}\n${canonicalJson(json.value)}`)
      .digest('hex');
    const keyed = { person: personOf(request), key, digest, command: name };
    return setOnce(parts, keyed, (moment) => settingPlan(asked.plan({ ...moment, seen }), moment, (events) => edit(events, id), name));
  }
}

function settingPlan(
  plan: HoursPlan,
  moment: SettingMoment,
  edit: (events: readonly LeadclockEvent[]) => string,
  name: string,
): SettingPlan {
  if (plan.kind === 'problems') return { problems: plan.problems };
  if (plan.kind === 'changed') return { edit: plan.edit };
  if (plan.kind === 'missing')
    return { status: 404, detail: name === 'site' ? 'there are no teams yet; set one by an event team.set' : `there is no such ${name}` };
  const events = plan.told.map((told, index) => eventOf(told, `${moment.event}-${index + 1}`, moment.at));
  const after = [...moment.events, ...events.map((event) => stood(event, moment.at))];
  return {
    events: events.map(({ specversion, id, source, type, subject, time, data }) => ({
      specversion,
      id,
      source,
      type,
      subject,
      time,
      data,
    })),
    answer: { change: events.length === 0 ? 'none' : 'changed', edit: edit(after), at: writeInstant(moment.at) },
  };
}

const eventOf = (told: ToldSetting, id: string, at: number) => ({
  ...told,
  specversion: '1.0' as const,
  id,
  source: SOURCE,
  time: writeInstant(at),
});

/** An event as it will have been recorded. */
const stood = (event: ReturnType<typeof eventOf>, at: number): LeadclockEvent => ({
  ...event,
  time: at,
  recordedTime: at,
  historical: false,
});

function seenIn(header: string | undefined): string | Fault {
  const seen = /^"?([0-9a-f]{1,16})"?$/.exec(header ?? '')?.[1];
  return (
    seen ?? {
      status: 400,
      detail: 'the header If-Match is missing: give the edit that was seen in GET /v1/calendars, 0 for a new calendar',
    }
  );
}
