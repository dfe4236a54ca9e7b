import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeEvent } from './decode-event.js';
import { encodeEvent } from './encode-event.js';
import { parseEvent } from './parse-event.js';

const folder = process.env['LEADCLOCK_SAMPLE_DATA'] ?? join(process.cwd(), '..', 'shared', 'data');
const there = existsSync(folder);
if (!there) process.stderr.write(`SKIPPED: no sample data in ${folder}; set LEADCLOCK_SAMPLE_DATA to the folder that holds it\n`);

(there ? describe : describe.skip)('the sample data', () => {
  it.each(['edges', 'edtech', 'maven-crm'])('%s is let in by an import, to the last line', (set) => {
    const now = Date.UTC(2030, 0, 1);
    const lines = readFileSync(join(folder, set, 'events.jsonl'), 'utf8')
      .split('\n')
      .filter((line) => line !== '');
    const refused: string[] = [];
    for (const line of lines) {
      const read = parseEvent(JSON.parse(line), { now, recordedTime: now, keepRecordedTime: true, allowProductTypes: true });
      if (!read.ok) refused.push(`${read.id}: ${read.path} ${read.problem}`);
      else if (!decodeEvent(encodeEvent(read.event)).ok) refused.push(`${read.event.id}: is not read back`);
    }
    expect(lines.length).toBeGreaterThan(200);
    expect(refused).toEqual([]);
  });
});
