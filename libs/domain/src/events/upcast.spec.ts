import { decodeEvent } from './decode-event.js';
import { encodeEvent } from './encode-event.js';
import { currentVersion, type Upcasters, upcast } from './upcast.js';

/** Say that in version 1 the rep of lead.qualified had been called `by`, as a whole name; version 2 is today's schema. */
const versionTwo: Upcasters = {
  'lead.qualified': {
    1: (data) => (typeof data === 'object' && data !== null && 'by' in data ? { rep: String(data.by).toLowerCase() } : data),
  },
};
const line = (more: string, data: string): string =>
  `{"specversion":"1.0","id":"1","source":"/crm","type":"lead.qualified","subject":"lead-1","time":"2026-11-01T09:00:00.000Z","recordedtime":"2026-11-01T09:00:02.000Z"${more},"datacontenttype":"application/json","data":${data}}`;

describe('a second version of a type', () => {
  it('reads an event of version 1, which names no version, as one of version 2', () => {
    const read = decodeEvent(line('', '{"by":"Ana"}'), versionTwo);
    expect(read).toMatchObject({ ok: true, event: { type: 'lead.qualified', data: { rep: 'ana' } } });
  });

  it('writes version 2 and says so, and reads that as it stands', () => {
    const read = decodeEvent(line('', '{"by":"Ana"}'), versionTwo);
    if (!read.ok) throw new Error(read.reason);
    const written = encodeEvent(read.event, versionTwo);
    expect(written).toContain('"dataschema":"/schemas/lead.qualified/2","data":{"rep":"ana"}');
    expect(decodeEvent(written, versionTwo)).toEqual(read);
  });

  it('does not touch data that is of version 2 already', () => {
    const read = decodeEvent(line(',"dataschema":"/schemas/lead.qualified/2"', '{"rep":"ANA"}'), versionTwo);
    expect(read).toMatchObject({ ok: true, event: { data: { rep: 'ANA' } } });
  });

  it('of version 1 that is wrong in both is refused', () => {
    expect(decodeEvent(line('', '{"who":"Ana"}'), versionTwo)).toMatchObject({ ok: false });
  });

  it('is not known to a program that has only the first', () => {
    const read = decodeEvent(line(',"dataschema":"/schemas/lead.qualified/2"', '{"rep":"ana"}'));
    expect(read).toEqual({ ok: false, reason: '$.dataschema names a version that is not known; the newest of lead.qualified is 1' });
  });

  it('leaves all other types at version 1', () => {
    expect(currentVersion('lead.qualified', versionTwo)).toBe(2);
    expect(currentVersion('lead.created', versionTwo)).toBe(1);
  });

  it('and a third are reached step by step', () => {
    const three: Upcasters = { 'lead.qualified': { 1: (data) => [data, 2], 2: (data) => [data, 3] } };
    expect(upcast('lead.qualified', 1, 'x', three)).toEqual([['x', 2], 3]);
    expect(upcast('lead.qualified', 2, 'x', three)).toEqual(['x', 3]);
    expect(upcast('lead.qualified', 3, 'x', three)).toBe('x');
  });

  it('cannot leave a step out', () => {
    expect(() => upcast('lead.qualified', 1, {}, { 'lead.qualified': { 2: (data) => data } })).toThrow(/from version 1/);
  });
});
