export const rollingWindows = ['1h', '24h', '7d', '28d', '90d'] as const;
export const calendarWindows = ['today', 'week', 'month', 'quarter', 'year'] as const;
export const windowNames = [...rollingWindows, ...calendarWindows] as const;
export type RollingWindow = (typeof rollingWindows)[number];
export type CalendarWindow = (typeof calendarWindows)[number];
export type WindowName = (typeof windowNames)[number];
