import { useSearchParams } from 'react-router';

/** Periods that can be chosen, in weeks up to now. */
export const weekChoices = [1, 4, 13, 52] as const;
type Weeks = (typeof weekChoices)[number];

/** What the page is about: the same as its address. */
export function useStaffingAddress() {
  const [params, setParams] = useSearchParams();
  const asked = Number(params.get('weeks'));
  const weeks: Weeks = weekChoices.find((one) => one === asked) ?? 4;
  const set = (name: string, value: string | null): void =>
    setParams(
      (now) => {
        const next = new URLSearchParams(now);
        if (value === null) next.delete(name);
        else next.set(name, value);
        return next;
      },
      { replace: true },
    );
  return {
    team: params.get('team'),
    weeks,
    chooseTeam: (team: string): void => set('team', team === '' ? null : team),
    chooseWeeks: (of: string): void => set('weeks', of === '4' ? null : of),
  };
}
