import { readFileSync } from 'node:fs';
import path from 'node:path';
import { floorStream } from '@leadclock/live-protocol/floor-state.js';
import { repStream } from '@leadclock/live-protocol/rep-state.js';

describe('the streams of the page', () => {
  it('have the names of the protocol', () => {
    const source = readFileSync(path.join(__dirname, 'streams.ts'), 'utf8');
    expect(source).toContain(`createPart<FloorState>('${floorStream}')`);
    expect(source).toContain(`createPart<RepState>(\`${repStream(`${String.fromCodePoint(36)}{rep}`)}\`)`);
  });
});
