import type { LeadclockEvent } from './event.js';
import { writeInstant } from './instant.js';
import { inSchemaOrder } from './key-order.js';
import { currentVersion, type Upcasters, upcasters } from './upcast.js';

/**
 * The event as the log and an export hold it: a CloudEvent in one line of JSON, attributes in a fixed order, data in the order of
 * its schema, times in UTC with three decimals. The same event gives the same bytes.
 */
export function encodeEvent(event: LeadclockEvent, table: Upcasters = upcasters): string {
  const { id, source, type, subject, time, recordedTime, historical, data } = event;
  const version = currentVersion(type, table);
  const head = `{"specversion":"1.0","id":${JSON.stringify(id)},"source":${JSON.stringify(source)},"type":"${type}"`;
  const times = `,"subject":${JSON.stringify(subject)},"time":"${writeInstant(time)}","recordedtime":"${writeInstant(recordedTime)}"`;
  const flags = `${historical ? ',"historical":true' : ''},"datacontenttype":"application/json"`;
  const schema = version === 1 ? '' : `,"dataschema":"/schemas/${type}/${version}"`;
  return `${head}${times}${flags}${schema},"data":${JSON.stringify(inSchemaOrder(type, data))}}`;
}
