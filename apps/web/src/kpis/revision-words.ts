import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react';
import { humanised } from '../console/source-words.js';

const reasons = {
  late: msg`heard of late`,
  corrected: msg`corrected`,
  retracted: msg({ message: 'taken back', context: 'why a number is another today' }),
  merged: msg`merged`,
  erased: msg`erased`,
  reassigned: msg`another owner`,
  configuration: msg`another policy or configuration`,
  rates: msg`another exchange rate`,
  later: msg`happened since`,
  time: msg`a deadline has passed since`,
} as const;

const isKnown = (code: string): code is keyof typeof reasons => code in reasons;

/** Why what a lead adds to a number is another today. */
export function useRevisionWords(): (code: string) => string {
  const { i18n } = useLingui();
  return (code) => (isKnown(code) ? i18n._(reasons[code]) : humanised(code));
}
