import { z } from 'zod';
import { asyncApiDocument } from './async-api.js';
import { BoardState, keyedOfBoard } from './board-state.js';
import { documentedSchemas } from './documented-schemas.js';
import { emptyWall } from './empty-wall.js';
import { FloorState, keyedOfFloor } from './floor-state.js';
import { WallState } from './protocol.js';
import { keyedOfRep, RepState } from './rep-state.js';
import { keyedOfTeam, TeamState } from './team-state.js';

const Described = z.object({
  channels: z.record(
    z.string(),
    z.object({ address: z.string().nullable(), messages: z.record(z.string(), z.object({ name: z.string() })) }),
  ),
  operations: z.record(z.string(), z.object({ action: z.enum(['send', 'receive']) })),
});

const document = asyncApiDocument();
const schemas = documentedSchemas();

function referencesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => (key === '$ref' ? [String(inner)] : referencesIn(inner)));
}

const at = (pointer: string): unknown =>
  pointer
    .replace('#/', '')
    .split('/')
    .reduce<unknown>((part, key) => (typeof part === 'object' && part !== null ? Reflect.get(part, key) : undefined), document);

const propertiesOf = (schema: unknown): string[] =>
  Object.keys(z.object({ properties: z.record(z.string(), z.unknown()) }).parse(schema).properties);

describe('the AsyncAPI document', () => {
  it('points only at what is in it', () => {
    const references = referencesIn(document);
    expect(references.length).toBeGreaterThan(50);
    expect(references.filter((pointer) => at(pointer) === undefined)).toEqual([]);
  });

  it('names every stream by the address that frames carry', () => {
    const { channels } = Described.parse(document);
    const addresses = Object.values(channels).map(({ address }) => address);
    expect(addresses).toEqual(['wall', 'floor', 'rep:{rep}', 'team', 'team:{team}', 'board:{board}', 'scene:{board}', null]);
  });

  it.each([
    ['Wall', WallState, []],
    ['Floor', FloorState, keyedOfFloor],
    ['Rep', RepState, keyedOfRep],
    ['Team', TeamState, keyedOfTeam],
    ['Board', BoardState, keyedOfBoard],
  ])('has every key of the state %s, and members of its keyed parts', (name, state, keyed) => {
    expect(propertiesOf(schemas[`${name}State`])).toEqual(Object.keys(state.shape));
    expect(propertiesOf(at(`#/components/schemas/${name}Patch/properties/members`))).toEqual([...keyed]);
  });

  it('lets a client read a state to which later versions have added a key', () => {
    const wall = z.fromJSONSchema({
      ...schemas['WallState'],
      $defs: {},
      properties: { lateCount: { type: 'integer' } },
      required: ['lateCount'],
    });
    expect(wall.safeParse({ ...emptyWall(), weather: 'fine' }).success).toBe(true);
  });
});
