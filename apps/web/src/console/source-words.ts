import { useLingui } from '@lingui/react/macro';

/** A code as a person would read it: `heat_pump` is "Heat pump". */
export function humanised(code: string): string {
  const words = code.replaceAll(/[_-]+/g, ' ').trim();
  const [first = '', ...rest] = [...words];
  return first.toLocaleUpperCase() + rest.join('');
}

/** Where leads come from and how people talk to them, in the language on screen; a code that only the site knows stands as it is. */
export function useSourceWords() {
  const { t } = useLingui();
  const origins = new Map([
    ['organic_search', t`Search`],
    ['paid_search', t`Search ad`],
    ['website', t`Website`],
    ['referral', t`Referral`],
    ['event', t`Event`],
    ['social', t`Social media`],
    ['partner', t`Partner`],
    ['email', t`E-mail`],
    ['direct', t`Direct`],
  ]);
  const channels = new Map([
    ['web', t`Website`],
    ['phone', t`Phone`],
    ['call', t({ message: 'Call', context: 'a call that was made' })],
    ['chat', t`Chat`],
    ['email', t`E-mail`],
    ['sms', t`SMS`],
    ['meeting', t`Meeting`],
    ['demo', t`Demonstration`],
    ['visit', t`Visit`],
    ['social', t`Social media`],
    ['import', t`Import`],
    ['other', t({ message: 'Other', context: 'a channel' })],
  ]);
  const outcomes = new Map([
    ['connected', t`answered`],
    ['voicemail', t`voicemail`],
    ['no_answer', t`no answer`],
    ['busy', t`busy`],
    ['wrong_number', t`wrong number`],
    ['sent', t`sent`],
    ['delivered', t`delivered`],
    ['bounced', t`bounced`],
    ['opened', t`opened`],
    ['replied', t`replied`],
    ['booked', t`booked`],
    ['held', t`took place`],
    ['no_show', t`did not come`],
    ['cancelled', t`cancelled`],
  ]);
  return {
    origin: (code: string): string => origins.get(code) ?? humanised(code),
    channel: (code: string): string => channels.get(code) ?? humanised(code),
    outcome: (code: string): string => outcomes.get(code) ?? code,
  };
}
