/** Source of every event that a person's command wrote. */
export const SOURCE = '/leadclock/commands';
