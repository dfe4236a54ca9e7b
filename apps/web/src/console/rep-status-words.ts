import { useLingui } from '@lingui/react/macro';

export const repStatuses = ['available', 'on_call', 'away'] as const;
export type RepStatusName = (typeof repStatuses)[number];

/** What a rep may be doing, and what that does to the rota. */
export function useRepStatusWords() {
  const { t } = useLingui();
  const names: Readonly<Record<RepStatusName, string>> = {
    available: t({ message: 'Available', context: 'a rep' }),
    on_call: t({ message: 'On a call', context: 'a rep' }),
    away: t({ message: 'Away', context: 'a rep' }),
  };
  const effects: Readonly<Record<RepStatusName, string>> = {
    available: t`The rota may give you leads.`,
    on_call: t`The rota passes over you until you are back. Your own leads ring on.`,
    away: t`The rota passes over you. Your own leads stay yours and ring on: hand them over first.`,
  };
  return { name: (status: RepStatusName): string => names[status], effect: (status: RepStatusName): string => effects[status] };
}
