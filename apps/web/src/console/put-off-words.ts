import { useLingui } from '@lingui/react/macro';

/** Why an alert is put off: the codes that the pages write. */
export const putOffReasons = ['on_call', 'agreed', 'later', 'other'] as const;
export type PutOffReason = (typeof putOffReasons)[number];

/** Their words; a code that this page does not know stands as it is. */
export function usePutOffWords(): (code: string) => string {
  const { t } = useLingui();
  const words: Readonly<Record<PutOffReason, string>> = {
    on_call: t`on a call`,
    agreed: t`agreed with the lead`,
    later: t`at another lead`,
    other: t`another reason`,
  };
  return (code) => {
    const known = putOffReasons.find((reason) => reason === code);
    return known === undefined ? code : words[known];
  };
}
