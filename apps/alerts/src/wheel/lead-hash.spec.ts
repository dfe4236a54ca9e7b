import fc from 'fast-check';
import { hashOfBytes, hashOfLead } from './lead-hash.js';

describe('the hash of a lead', () => {
  it('is that of the bytes of its name, whatever it is written in', () => {
    const name = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.constantFrom('', 'lead-1', 'Екатерина', 'a\u007f\u0080b', '🙂'));
    fc.assert(fc.property(name, (lead) => expect(hashOfLead(lead)).toBe(hashOfBytes(Buffer.from(lead)))));
  });
});
