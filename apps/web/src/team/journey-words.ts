import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react';

/** The stretches of a lead's way, in their order; `open`: what has passed since the last of them. */
export const legNames = ['received', 'assigned', 'seen', 'claimed', 'attempted', 'contacted', 'open'] as const;

const until = {
  received: msg({ message: 'delivered', context: 'a stretch of a lead’s way' }),
  assigned: msg({ message: 'assigned', context: 'a stretch of a lead’s way' }),
  seen: msg({ message: 'seen', context: 'a stretch of a lead’s way' }),
  claimed: msg({ message: 'claimed', context: 'a stretch of a lead’s way' }),
  attempted: msg({ message: 'first attempt', context: 'a stretch of a lead’s way' }),
  contacted: msg({ message: 'contact', context: 'a stretch of a lead’s way' }),
  open: msg({ message: 'no contact yet', context: 'a stretch of a lead’s way' }),
} as const;

const isLeg = (leg: string): leg is keyof typeof until => leg in until;

/** Up to what a stretch lasted, and with whom its time went by, in words. */
export function useJourneyWords() {
  const { i18n } = useLingui();
  return {
    leg: (leg: string): string => (isLeg(leg) ? i18n._(until[leg]) : leg),
    by: (by: string): string => i18n._(by === 'system' ? msg`system` : msg({ message: 'people', context: 'whose time it was' })),
  };
}
