import type { QueueLead } from '@leadclock/live-protocol/queue-lead.js';
import { i18n } from '@lingui/core';
import { messages as en } from '../../locales/loop/en.po';
import { messages as es } from '../../locales/loop/es.po';
import { messages as ru } from '../../locales/loop/ru.po';
import type { LoopSheetName } from '../loop-sheet.js';
import { CallBackSheet } from './call-back-sheet.js';
import { HandOverSheet } from './hand-over-sheet.js';
import { startOwnNotices } from './own-notices.js';
import { PutOffSheet } from './put-off-sheet.js';

export { KeyHelp } from './key-help.js';
export { LeadActs } from './lead-acts.js';
export { LeadPauses } from './lead-pauses.js';
export { LogSheet } from './log-sheet.js';
export { OfferCards } from './offer-cards.js';
export { OwnDispute, OwnDisputes } from './own-disputes.js';
export { OwnNotices } from './own-notice-menu.js';
export { StatusMenu } from './status-menu.js';
export { TellMe } from './tell-me.js';
export { ToldSteps } from './told-steps.js';

// beside the texts that the page has already
i18n.load({ en, es, ru });
startOwnNotices();

interface LoopSheetProps {
  readonly sheet: LoopSheetName;
  readonly lead: QueueLead;
  readonly name: string;
}

/** The sheet that is open over a lead. */
export function LoopSheet({ sheet, lead, name }: LoopSheetProps) {
  switch (sheet) {
    case 'callBack':
      return <CallBackSheet lead={lead.lead} name={name} />;
    case 'handOver':
      return <HandOverSheet lead={lead.lead} name={name} />;
    case 'putOff':
      return <PutOffSheet lead={lead.lead} name={name} />;
  }
}
