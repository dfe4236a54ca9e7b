import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from 'react-aria-components';
import { useStore } from 'zustand';
import { type Status, statusOf, waitMs } from '../clock/status.js';
import { useWords } from '../clock/words.js';
import { Avatar } from '../console/avatar.js';
import { Icon } from '../console/icons.js';
import { humanised, useSourceWords } from '../console/source-words.js';
import { StatusChip } from '../console/status-chip.js';
import { RowBar } from '../console/target-bar.js';
import { useLink, useTrust } from '../console/use-console.js';
import { CallTimer, isCallRow, useMark } from './call-row.js';
import { claim, claimStore } from './claim-desk.js';
import { claimFace, openClaim } from './claim-state.js';
import type { Row } from './frozen-queue.js';
import { memberOf } from './record.js';
import { choose, selectionStore } from './selection.js';
import { rep } from './streams.js';
import { useSwipe } from './use-swipe.js';

/** A lead of the queue: chip, word, name, source, owner and bar. On a phone a swipe to the right, or its button, claims it. */
export function QueueRow({ row: { lead, gone } }: { row: Row }) {
  const words = useWords();
  const { known } = useTrust();
  const asOf = useLink((view) => view.asOf);
  const selected = useStore(selectionStore, (selection) => selection.lead === lead.lead);
  const status = statusOf(lead, asOf);
  const swipe = useSwipe(() => void claim(lead), useClaimable(lead, gone));
  const wait = waitMs(lead, asOf);
  const call = isCallRow(lead);
  const mark = useMark(lead, call);
  return (
    <li className={`row${selected ? ' sel' : ''}${gone ? ' gone' : ''}`} {...swipe.handlers}>
      {swipe.offset > 0 && (
        <span className="swipe-under" aria-hidden="true" data-reached={swipe.reached}>
          <Icon of="right" />
          <Trans>Claim</Trans>
        </span>
      )}
      <div className="row-in" style={swipe.offset > 0 ? { transform: `translateX(${swipe.offset}px)` } : undefined}>
        {call ? (
          <CallTimer lead={lead} gone={gone} />
        ) : (
          <WaitTimer name={lead.name} wait={known ? words.wait(wait) : null} status={words.status(status)}>
            <StatusChip status={status} waitMs={wait} known={known && !gone} />
            <span className="word">{gone ? <Trans>answered</Trans> : known && <StatusWord of={status} />}</span>
          </WaitTimer>
        )}
        <a
          className="who"
          id={`row-${lead.lead}`}
          href={`/me?lead=${encodeURIComponent(lead.lead)}`}
          aria-current={selected ? 'true' : undefined}
          onClick={(event) => {
            if (event.metaKey || event.ctrlKey || event.shiftKey) return;
            event.preventDefault();
            choose(lead.lead);
          }}
        >
          <b className="cut" dir="auto" title={lead.name}>
            {lead.name}
          </b>
          <Source origin={lead.origin} channel={lead.channel} product={lead.product} mark={mark} />
        </a>
        {lead.rep === null && <RowClaim row={{ lead, gone }} />}
        <Avatar name={lead.rep === null ? null : (lead.owner ?? lead.rep)} mine={lead.rep === rep} />
        {!call && <RowBar status={status} waitMs={wait} targetMs={lead.due === null ? null : lead.due - lead.since} known={known} />}
      </div>
    </li>
  );
}

/** The word under the chip, which is no wider than it. */
function StatusWord({ of }: { of: Status }) {
  const words = useWords();
  return of === 'very' ? <Trans context="under a chip">very late</Trans> : words.status(of);
}

function WaitTimer({ name, wait, status, children }: { name: string; wait: string | null; status: string; children: React.ReactNode }) {
  const { t } = useLingui();
  return (
    <span
      className="row-time"
      role="timer"
      aria-label={wait === null ? t`${name}: nobody knows how long by now` : t`${name} has waited ${wait}, ${status}`}
    >
      {children}
    </span>
  );
}

/** Where it came from and what it is about, in one line. */
export function Source({
  origin,
  channel,
  product,
  mark = null,
}: Pick<Row['lead'], 'origin' | 'channel' | 'product'> & { mark?: string | null }) {
  const words = useSourceWords();
  const from = origin === null ? (channel === null ? null : words.channel(channel)) : words.origin(origin);
  const parts = [mark, from, product === null ? null : humanised(product)].filter((part) => part !== null);
  const text = parts.join(' · ');
  return (
    <span className="cut" dir="auto" title={text === '' ? undefined : text}>
      {text === '' ? <Trans>no source</Trans> : text}
    </span>
  );
}

function useClaimable(lead: Row['lead'], gone: boolean): boolean {
  const { live } = useTrust();
  const state = useStore(claimStore, (claims) => memberOf(claims, lead.lead) ?? openClaim);
  const face = claimFace(state, lead, rep, !gone);
  return live && (face === 'claim' || face === 'unconfirmed');
}

/** The row's own button, on a phone only. */
function RowClaim({ row: { lead, gone } }: { row: Row }) {
  const state = useStore(claimStore, (claims) => memberOf(claims, lead.lead) ?? openClaim);
  const claimable = useClaimable(lead, gone);
  const { t } = useLingui();
  const { name } = lead;
  const asking = state.step === 'asking';
  return (
    <Button className="btn row-claim" isDisabled={!claimable} onPress={() => void claim(lead)} aria-label={t`Claim ${name}`}>
      {asking ? '…' : state.step === 'unconfirmed' ? <Trans>Try again</Trans> : <Trans>Claim</Trans>}
    </Button>
  );
}
