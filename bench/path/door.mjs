import { Agent, request } from 'node:http';
import { performance } from 'node:perf_hooks';

/** Epoch milliseconds with their fractions, as a page of a browser on this machine counts them. */
export const epochMs = () => performance.timeOrigin + performance.now();

/** One event as a sender writes it; it happens now. */
export const eventOf = (id, type, subject, data) => ({
  specversion: '1.0',
  id,
  source: '/bench',
  type,
  subject,
  time: new Date().toISOString(),
  data,
});

/** The front door, on connections that stay open. */
export function openDoor(url, key, connections) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/cloudevents-batch+json' };
  return {
    /** Posts a batch; answers the status and when the answer came. */
    post: (events) =>
      new Promise((resolve, reject) => {
        const sending = request(`${url}/v1/events`, { method: 'POST', agent, headers }, (answer) => {
          const at = epochMs();
          answer.resume();
          answer.once('end', () => resolve({ status: answer.statusCode, at }));
        });
        sending.once('error', reject);
        sending.end(JSON.stringify(events));
      }),
    close: () => agent.destroy(),
  };
}
