import { readApiKey } from '@leadclock/identity/api-key.js';
import { waitForFigures } from '../cli/wait-for-figures.js';
import type { Parts } from '../cli/with-parts.js';
import { type Asked, previewPolicies, type Sent, sendPolicies } from './send-policies.js';

/** Sets policies and waits until they hold, or (`isPreview`) asks what they would do. */
export async function setOrPreview(asked: Asked, isPreview: boolean, parts: Parts, dataFolder: string): Promise<Sent> {
  const { url } = parts.program;
  if (isPreview) {
    // leads are read from the read model; what is set is checked against the log
    await waitForFigures(parts);
    return previewPolicies(url, asked);
  }
  const key = readApiKey(dataFolder);
  if (key === null) throw new Error(`there is no API key in ${dataFolder}`);
  const sent = await sendPolicies(url, key, asked);
  if (sent.ok) await waitForFigures(parts);
  return sent;
}
