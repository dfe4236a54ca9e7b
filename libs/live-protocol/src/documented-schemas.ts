import { z } from 'zod';
import { CallBack, Offer } from './agreement.js';
import { BoardTile, KeptBoard } from './board.js';
import { AnswerGroup, BoardState, TileAnswer, TileChange, TileFigures, TileGoal, TileProblem } from './board-state.js';
import { EventName } from './event-name.js';
import { FloorState } from './floor-state.js';
import { FunnelStep, ResponseBin } from './funnel-step.js';
import { Handshake, Refusal } from './handshake.js';
import { FastestRep, GoodNews, Heartbeat, Resume, Site, WaitingLead, WallState, Win } from './protocol.js';
import { AgreedLead, LiveAlert, QueueLead } from './queue-lead.js';
import { RepState } from './rep-state.js';
import { RepStatus } from './rep-status.js';
import { SceneFigures, SceneLine, SceneMember, ScenePoint, SceneState, SceneTile } from './scene-state.js';
import { FeedItem, RepLine, TeamState } from './team-state.js';

const states = { Wall: WallState, Floor: FloorState, Rep: RepState, Team: TeamState, Board: BoardState, Scene: SceneState };
export type StateName = keyof typeof states;
const stateNames: readonly StateName[] = ['Wall', 'Floor', 'Rep', 'Team', 'Board', 'Scene'];

/** Parts of a state that are records by id: a patch says only which members of them have changed. */
const members: Record<StateName, Record<string, z.ZodType>> = {
  Wall: {},
  Floor: { leads: z.record(z.string(), QueueLead.nullable()), alerts: z.record(z.string(), LiveAlert.nullable()) },
  Rep: { leads: z.record(z.string(), QueueLead.nullable()), agreed: z.record(z.string(), AgreedLead.nullable()) },
  Team: { alerts: z.record(z.string(), LiveAlert.nullable()) },
  Board: { tiles: z.record(z.string(), TileAnswer.nullable()) },
  Scene: { tiles: z.record(z.string(), SceneTile.nullable()) },
};

const place = { stream: z.string(), epoch: z.string(), seq: z.number().int(), serverTime: z.number().int() };

const frames = Object.fromEntries(
  stateNames.flatMap((name): [string, z.ZodType][] => [
    [`${name}State`, states[name]],
    [`${name}Snapshot`, z.object({ ...place, build: z.string(), state: states[name] })],
    [`${name}Patch`, z.object({ ...place, set: states[name].partial(), members: z.object(members[name]).partial().optional() })],
  ]),
);

const named: Readonly<Record<string, z.ZodType>> = {
  ...frames,
  Site,
  WaitingLead,
  QueueLead,
  AgreedLead,
  EventName,
  Offer,
  CallBack,
  RepStatus,
  LiveAlert,
  FastestRep,
  GoodNews,
  Win,
  FunnelStep,
  ResponseBin,
  FeedItem,
  RepLine,
  KeptBoard,
  BoardTile,
  TileAnswer,
  TileFigures,
  TileProblem,
  TileChange,
  TileGoal,
  AnswerGroup,
  SceneTile,
  SceneFigures,
  SceneLine,
  SceneMember,
  ScenePoint,
  Handshake,
  Refusal,
  Heartbeat,
  Resume,
  Clock: z.object({}),
  ServerTime: z.object({ serverTime: z.number().int() }),
};

export type Json = Readonly<Record<string, unknown>>;

/** Each schema of the protocol as JSON Schema (draft 7, which AsyncAPI takes), by name; they point at each other by `#/components/schemas/…`. */
export function documentedSchemas(): Readonly<Record<string, Json>> {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(named)) registry.add(schema, { id });
  // input: what is not named may be there, for later versions add keys
  const { schemas } = z.toJSONSchema(registry, { io: 'input', target: 'draft-7', uri: (id) => `#/components/schemas/${id}` });
  return Object.fromEntries(Object.entries(schemas).map(([id, schema]) => [id, withoutNames(schema)]));
}

/** Inside the document a schema is known by its place. */
const withoutNames = (schema: object): Json =>
  Object.fromEntries(Object.entries(schema).filter(([key]) => key !== '$schema' && key !== '$id'));
