import { z } from 'zod';
import { catalogue, type EventType } from './catalogue.js';

/** Where each key of an object of a schema stands, and the order inside of it. */
type Order = ReadonlyMap<string, { readonly place: number; readonly inside: Inside }>;
type Inside = { readonly keys: Order } | { readonly each: Inside } | null;

function insideOf(schema: z.core.$ZodType): Inside {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return insideOf(schema.unwrap());
  if (schema instanceof z.ZodArray) {
    const each = insideOf(schema.element);
    return each === null ? null : { each };
  }
  if (!(schema instanceof z.ZodObject)) return null;
  return {
    keys: new Map(Object.entries(schema.shape).map(([key, inner], place) => [key, { place, inside: insideOf(inner) }])),
  };
}

const orders = new Map<EventType, Inside>();

function orderOf(type: EventType): Inside {
  let order = orders.get(type);
  if (order === undefined) {
    order = insideOf(catalogue[type]);
    orders.set(type, order);
  }
  return order;
}

function ordered(value: unknown, inside: Inside): unknown {
  if (inside === null || typeof value !== 'object' || value === null) return value;
  if ('each' in inside) return Array.isArray(value) ? value.map((item: unknown) => ordered(item, inside.each)) : value;
  let last = -1;
  let rebuilt = false;
  const entries: [string, unknown, number][] = [];
  for (const key in value) {
    const rule = inside.keys.get(key);
    const old: unknown = Reflect.get(value, key);
    if (rule === undefined || old === undefined) {
      rebuilt = true;
      continue;
    }
    const made = rule.inside === null ? old : ordered(old, rule.inside);
    if (made !== old || rule.place < last) rebuilt = true;
    last = rule.place;
    entries.push([key, made, rule.place]);
  }
  if (!rebuilt) return value;
  return Object.fromEntries(entries.toSorted((a, b) => a[2] - b[2]).map(([key, made]) => [key, made]));
}

/** Data with its keys in the order of its schema, so that one content is one row of bytes whoever made it. The same object when it is already so. */
export const inSchemaOrder = (type: EventType, data: unknown): unknown => ordered(data, orderOf(type));
