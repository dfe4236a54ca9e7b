const OFFSET = 0x81_1c_9d_c5;
const PRIME = 0x01_00_01_93;

/** FNV-1a of the UTF-8 bytes in `[from, to)`, as an unsigned number of 32 bits: which clocks may be a lead's. */
export function hashOfBytes(bytes: Uint8Array, from = 0, to = bytes.length): number {
  let hash = OFFSET;
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ (bytes[at] ?? 0), PRIME);
  return hash >>> 0;
}

/** The same of a lead's name. Most are ASCII, whose characters are their bytes. */
export function hashOfLead(lead: string): number {
  let hash = OFFSET;
  for (let at = 0; at < lead.length; at++) {
    const code = lead.charCodeAt(at);
    if (code > 0x7f) return hashOfBytes(Buffer.from(lead));
    hash = Math.imul(hash ^ code, PRIME);
  }
  return hash >>> 0;
}
