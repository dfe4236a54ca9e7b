import { endOfDate } from '@leadclock/domain/calendar/zone.js';
import type { GoalPeriod } from './goal-period.js';

/** Whether a period has ended in the site's zone: a target that is set from then on is kept, and rewrites nothing. `now`: epoch milliseconds. */
export const isOver = ({ to }: GoalPeriod, zone: string, now: number): boolean => endOfDate(zone, to) <= now;
