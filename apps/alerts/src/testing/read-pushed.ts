import { createDecipheriv, type ECDH, hkdfSync } from 'node:crypto';

/** Reads a message as the browser does that it was encrypted for: RFC 8291 over one record of RFC 8188. Throws when it is not for it. */
export function readPushed(body: Buffer, { pair, auth }: { readonly pair: ECDH; readonly auth: Buffer }): string {
  const salt = body.subarray(0, 16);
  const idEnds = 21 + body.readUInt8(20);
  const sender = body.subarray(21, idEnds);
  const record = body.subarray(idEnds);
  if (record.length > body.readUInt32BE(16)) throw new Error('the message is more than one record');
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), pair.getPublicKey(), sender]);
  const material = derived(pair.computeSecret(sender), auth, info, 32);
  const key = derived(material, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16);
  const nonce = derived(material, salt, Buffer.from('Content-Encoding: nonce\0'), 12);
  const decipher = createDecipheriv('aes-128-gcm', key, nonce).setAuthTag(record.subarray(-16));
  const padded = Buffer.concat([decipher.update(record.subarray(0, -16)), decipher.final()]);
  const end = padded.lastIndexOf(2);
  if (end < 0 || padded.subarray(end + 1).some((byte) => byte !== 0)) throw new Error('the record does not say that it is the last');
  return padded.subarray(0, end).toString('utf8');
}

const derived = (material: Buffer, salt: Buffer, info: Buffer, length: number): Buffer =>
  Buffer.from(hkdfSync('sha256', material, salt, info, length));
