import type { Parameter } from './kpi.js';

/** Durations of the section "Response" on the working clock or on the wall's; pauses are taken off both. */
export const clock: Parameter = { values: ['working', 'wall'], default: 'working' };
