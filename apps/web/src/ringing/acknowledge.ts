import type { LiveAlert } from '@leadclock/live-protocol/queue-lead.js';
import { newKey, send } from '../console/commands.js';
import { tellingOf } from './live-alert.js';
import { keepSeen } from './seen-here.js';

/**
 * Says that somebody (`ana`, `manager:north`) has seen alerts; those that somebody else had seen first this browser remembers for him. False: nobody knows
 * whether all of it was heard.
 */
export async function acknowledgeAs(who: string, alerts: readonly LiveAlert[]): Promise<boolean> {
  const heard = await Promise.all(alerts.map((alert) => acknowledgeOne(who, alert)));
  return heard.every((one) => one);
}

async function acknowledgeOne(who: string, told: LiveAlert): Promise<boolean> {
  const { alert, lead } = told;
  const answer = await send('acknowledge', lead, { rep: who, alert }, newKey());
  if (answer.kind === 'refused' && answer.reason === 'acknowledged') keepSeen(who, alert);
  // he may have seen it before as well, when it was somebody else's
  if (told.moved === true && (answer.kind === 'done' || answer.kind === 'refused')) keepSeen(who, tellingOf(told));
  return answer.kind === 'done' || answer.kind === 'refused';
}
