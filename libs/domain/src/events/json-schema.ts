import { z } from 'zod';
import { catalogue, type EventType } from './catalogue.js';
import { personalFields } from './personal.js';
import { currentVersion } from './upcast.js';

/** A JSON Schema of an object, as far as its readers care. */
export interface SchemaDocument {
  readonly $schema: string;
  readonly $id: string;
  readonly title: string;
  readonly type: 'object';
  readonly properties: Readonly<Record<string, z.core.JSONSchema.BaseSchema>>;
  readonly required: readonly string[];
}

const text: z.core.JSONSchema.BaseSchema = { type: 'string', minLength: 1, maxLength: 200 };

function dataSchema(type: EventType): z.core.JSONSchema.BaseSchema {
  const personal = Object.entries(personalFields(type)).map(([name, field]) => [name, field.optional()] as const);
  const schema: z.ZodObject = catalogue[type];
  const sent = personal.length === 0 ? schema : schema.extend(Object.fromEntries(personal));
  const { $schema: _, ...data } = z.toJSONSchema(sent, { io: 'input', target: 'draft-2020-12' });
  return data;
}

/**
 * The JSON Schema (draft 2020-12) of a whole CloudEvent of one type, as a sender may send it, with the fields that go to the vault.
 * Null when this program does not hold that version of the type.
 */
export function schemaDocument(type: EventType, version: number): SchemaDocument | null {
  if (version !== currentVersion(type)) return null;
  const path = `/schemas/${type}/${version}`;
  const data = dataSchema(type);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: path,
    title: type,
    type: 'object',
    properties: {
      specversion: { const: '1.0' },
      id: { ...text, description: 'unique within source and subject; the same again is a repeat' },
      source: { ...text, description: 'who sends, as a URI reference' },
      type: { const: type },
      subject: {
        ...subjectOf(type),
        description: 'the id of what the event is about; no e-mail address, no telephone number',
      },
      time: {
        type: 'string',
        format: 'date-time',
        description: 'when it happened, RFC 3339 with an offset; at most 5 minutes ahead',
      },
      historical: { type: 'boolean', description: 'a backfill: it counts at its time and alerts nobody' },
      datacontenttype: { const: 'application/json' },
      dataschema: version === 1 ? { const: path, description: 'left out: version 1' } : { const: path },
      data,
    },
    required: [
      'specversion',
      'id',
      'source',
      'type',
      'subject',
      'time',
      ...(data.required?.length ? ['data'] : []),
      ...(version === 1 ? [] : ['dataschema']),
    ],
  };
}

function subjectOf(type: EventType): z.core.JSONSchema.BaseSchema {
  if (type === 'site.set') return { const: 'site' };
  return type === 'rate.set' ? { type: 'string', pattern: '^[A-Z]{3}$' } : text;
}
