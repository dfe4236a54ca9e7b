import { useLingui } from '@lingui/react/macro';
import { usePauseReason } from '../console/pause-words.js';
import { usePutOffWords } from '../console/put-off-words.js';
import { useSourceWords } from '../console/source-words.js';
import type { TimelineEvent } from './answers.js';
import { useDisputeWords } from './disputes/dispute-words.js';
import { useRepName } from './rep-names.js';
import { useToldNames } from './told-names.js';
import { useFormats } from './use-formats.js';

export interface EventWords {
  readonly title: string;
  /** what stands beside it in a lighter colour */
  readonly by: string | null;
}

/** What an event says, in one line. A type that this page does not know stands under its own name. */
export function useEventWords(): (event: Pick<TimelineEvent, 'type' | 'data'>) => EventWords {
  const { t } = useLingui();
  const words = useSourceWords();
  const dispute = useDisputeWords();
  const repName = useRepName();
  const toldNames = useToldNames();
  const reasonWord = usePutOffWords();
  const pauseReason = usePauseReason();
  const { clock, day, dayOf, number, tenths } = useFormats();
  return ({ type, data }) => {
    const text = (name: string): string | null => {
      const value = data[name];
      return typeof value === 'string' && value !== '' ? value : null;
    };
    const nobody = t`nobody`;
    const who = repName(text('rep')) ?? nobody;
    const told = text('to');
    const to = told === null ? nobody : toldNames(told);
    // whoever does something as the manager of any team is one, though all of them are told
    const doer = told === 'manager:*' ? t`the manager of any team` : to;
    const owner = repName(text('owner'));
    const stage = text('stage') ?? '';
    const reason = text('reason');
    const titled = (title: string, by: string | null = null): EventWords => ({ title, by });
    const origin = text('origin');
    const by = text('by');
    const from = repName(text('from')) ?? nobody;
    const rep = text('rep') === null ? null : who;
    switch (type) {
      case 'lead.created':
        return titled(
          t`Lead arrived`,
          [origin === null ? null : words.origin(origin), text('campaign')].filter((part) => part !== null).join(', ') || null,
        );
      case 'lead.assigned':
        return titled(owner === null ? t`Assigned to nobody` : t`Assigned to ${owner}`, by === null ? null : (repName(by) ?? by));
      case 'lead.claimed':
        return titled(t`Claimed by ${who}`);
      case 'lead.handover_offered':
        return titled(t`Handover offered: ${from} to ${to}`);
      case 'lead.handover_accepted':
        return titled(t`Handed over: ${from} to ${to}`);
      case 'lead.handover_declined':
        return titled(t`Handover declined: ${from} to ${to}`);
      case 'lead.qualified':
        return titled(t`Qualified`, rep);
      case 'lead.disqualified':
        return titled(t`Disqualified`, reason ?? rep);
      case 'lead.paused':
        return titled(t`Paused`, [reason === null ? null : pauseReason(reason), rep].filter((part) => part !== null).join(' · ') || null);
      case 'lead.resumed':
        return titled(t`Resumed`, reason ?? rep);
      case 'lead.viewed':
        return titled(t`Seen by ${who}`);
      case 'lead.follow_up_set': {
        const at = Date.parse(text('at') ?? '');
        return titled(t`Call promised by ${who}`, Number.isNaN(at) ? null : `${day(dayOf(at))}, ${clock(at)}`);
      }
      case 'lead.disputed':
        return titled(t`Disputed by ${who}`, reason === null ? null : dispute.reason(reason));
      case 'lead.dispute_decided': {
        const why = reason === null ? null : dispute.reason(reason);
        const parts = [by === null ? null : (repName(by) ?? by), why].filter((part) => part !== null);
        return titled(data['accepted'] === true ? t`Dispute accepted` : t`Dispute turned down`, parts.join(' · ') || null);
      }
      case 'lead.merged':
        return titled(t`Merged`, text('into'));
      case 'lead.erased':
        return titled(t`Details erased`, reason);
      case 'touchpoint.recorded':
        return touch(data['actor'] === 'automated' || data['actor'] === 'ai');
      case 'touchpoint.corrected':
        return titled(t`Touch corrected`, rep);
      case 'touchpoint.retracted':
        return titled(t`Touch taken back`, reason);
      case 'deal.opened':
        return titled(t`Deal opened: ${stage}`, rep);
      case 'deal.stage_changed':
        return titled(t`Deal in stage ${stage}`, rep);
      case 'deal.revised':
        return titled(t`Deal revised`, rep);
      case 'deal.won':
        return titled(t`Deal won`, rep);
      case 'deal.lost':
        return titled(t`Deal lost`, reason ?? rep);
      case 'deal.reopened':
        return titled(t`Deal reopened: ${stage}`, rep);
      case 'alert.raised':
        return titled(t`Alert to ${to}`, after('due_at', 'raised_at'));
      case 'alert.shown':
        return titled(t`Alert shown to ${to}`, after('due_at', 'shown_at'));
      case 'alert.acknowledged':
        return titled(t`Alert acknowledged by ${doer}`);
      case 'alert.snoozed':
        return titled(t`Alert put off by ${doer}`, putOff());
      case 'alert.resolved':
        return titled(t`Alert ended`);
      case 'alert.retracted':
        return titled(t`Alert taken back`);
      case 'event.retracted':
        return titled(t`Event taken back`, reason ?? text('id'));
      default:
        return titled(type);
    }

    function touch(byMachine: boolean): EventWords {
      const what = words.channel(text('channel') ?? '');
      const outcome = text('outcome');
      const beside = outcome === null ? null : words.outcome(outcome);
      if (byMachine) return titled(t`${what}, automatic`, beside);
      if (data['direction'] === 'inbound') return titled(t`${what}, from the lead`, beside);
      return titled(rep === null ? what : t`${what} by ${who}`, beside);
    }

    /** Until when an alert was put off, and why. */
    function putOff(): string | null {
      const at = Date.parse(text('until') ?? '');
      const until = Number.isNaN(at) ? null : clock(at);
      const parts = [until === null ? null : t`until ${until}`, reason === null ? null : reasonWord(reason)];
      return parts.filter((part) => part !== null).join(' · ') || null;
    }

    /** How long after one instant of an alert another came. */
    function after(first: string, second: string): string | null {
      const seconds = (Date.parse(text(second) ?? '') - Date.parse(text(first) ?? '')) / 1_000;
      if (Number.isNaN(seconds)) return null;
      const shown = seconds < 10 ? tenths(seconds) : number(seconds);
      return t`${shown} s after the deadline`;
    }
  };
}
