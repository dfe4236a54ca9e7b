import { useLingui } from '@lingui/react/macro';

/** The console's pages, by the name that each has in its address. */
export function usePages() {
  const { t } = useLingui();
  return [
    { name: 'me', title: t`My leads` },
    { name: 'team', title: t`Team` },
    { name: 'kpis', title: t`Numbers` },
    { name: 'boards', title: t({ message: 'Boards', context: 'numbers put side by side' }) },
    { name: 'alerts', title: t`Alerts` },
  ] as const;
}
