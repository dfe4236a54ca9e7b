/** Whether too few stand behind a group's value to judge by it: what is drawn from a sample says so itself (`Interval`), all else never is. */
export const isTooFew = (group: Readonly<Record<string, unknown>>): boolean => group['small'] === true;
