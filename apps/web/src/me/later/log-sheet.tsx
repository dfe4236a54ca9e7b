import type { QueueLead } from '@leadclock/live-protocol/queue-lead.js';
import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useRef } from 'react';
import { Button, Label, Radio, RadioGroup, TextArea, TextField } from 'react-aria-components';
import { useStore } from 'zustand';
import { useWords } from '../../clock/words.js';
import { Icon } from '../../console/icons.js';
import { useClock, useLink, useTrust, useZone } from '../../console/use-console.js';
import { Failure } from '../failure.js';
import { closeSheet, type Draft, emptyDraft, logStore, save, write } from '../log-desk.js';
import { type CallsThatAnswer, logEffect, outcomes, stopsClock } from '../log-effect.js';
import { useLogWords } from '../log-words.js';
import { memberOf } from '../record.js';
import { instantMeant } from '../when.js';
import { readCallsThatAnswer } from './calls-that-answer.js';
import { Refusal } from './refusal.js';
import { useLeadDetail } from './use-lead-detail.js';
import { WhenField } from './when-field.js';

interface SheetProps {
  readonly lead: QueueLead;
  readonly waits: boolean;
  readonly name: string;
}

const none = emptyDraft();

/** What came of the call. It covers neither queue nor clock and traps no focus; Esc closes it and keeps what was written. */
export function LogSheet({ lead, waits, name }: SheetProps) {
  const { t } = useLingui();
  const clock = useClock();
  const words = useLogWords();
  const { live } = useTrust();
  const draft = useStore(logStore, (log) => memberOf(log.drafts, lead.lead) ?? none);
  const call = useStore(logStore, (log) => memberOf(log.calls, lead.lead));
  const saving = useStore(logStore, (log) => log.saving);
  const sheet = useRef<HTMLElement>(null);
  const outcome = outcomes.find((one) => one === draft.outcome) ?? null;
  // the focus follows the choice, also one made by a key, unless somebody writes already
  useEffect(() => {
    if (sheet.current?.contains(document.activeElement) === true && document.activeElement?.closest('.opts') === null) return;
    sheet.current?.querySelector<HTMLElement>(outcome === null ? 'input' : `input[value="${outcome}"]`)?.focus();
  }, [outcome]);
  const at = call === undefined ? null : clock.exact(call);
  const answering = readCallsThatAnswer(useLeadDetail(lead, waits));
  const back = useBack(outcome === 'callBack' ? draft : null);
  return (
    <section ref={sheet} className="sheet" role="dialog" aria-label={t`Log a call`}>
      <div className="hd">
        <h2>
          <Trans>Log a call</Trans>
        </h2>
        <span className="t2 small cut">
          <bdi>{name}</bdi>
          {at !== null && (
            <>
              {' · '}
              <Trans>call at {at}</Trans>
            </>
          )}
        </span>
        <i className="grow" />
        <Button className="btn btn-quiet" aria-label={t`Close`} onPress={closeSheet}>
          <Icon of="close" />
        </Button>
      </div>
      <RadioGroup
        className="opts"
        aria-label={t`What came of it`}
        isDisabled={draft.logged !== null}
        value={outcome}
        onChange={(value) => write(lead.lead, { outcome: outcomes.find((one) => one === value) ?? null })}
      >
        {outcomes.map((one, index) => (
          <Radio key={one} value={one} className="opt">
            <kbd>{index + 1}</kbd>
            <b>{words.outcome(one)}</b>
            <small>
              {one === 'notInterested' ? (
                <Trans>closes the lead</Trans>
              ) : stopsClock(one, answering) ? (
                <Trans>stops the clock</Trans>
              ) : (
                <Trans>clock runs on</Trans>
              )}
            </small>
          </Radio>
        ))}
      </RadioGroup>
      {outcome === 'callBack' && <WhenField when={draft.when} onChange={(when) => write(lead.lead, { when })} />}
      <TextField
        className="field"
        value={draft.note}
        isDisabled={draft.logged !== null}
        onChange={(note) => write(lead.lead, { note })}
        maxLength={5_000}
      >
        <Label>
          <Trans>Note</Trans>
          <i>
            <Trans>optional</Trans>
          </i>
        </Label>
        <TextArea className="area" dir="auto" rows={3} />
      </TextField>
      <div className="foot">
        <Effect lead={waits ? lead : null} answering={answering} />
        <Button className="btn" onPress={closeSheet}>
          <Trans>Cancel</Trans>
          <kbd>Esc</kbd>
        </Button>
        <Button
          className="btn btn-primary"
          isDisabled={!live || saving || outcome === null || (outcome === 'callBack' && back === null)}
          onPress={() => void save(lead.lead, name, words.prefix(outcome), back)}
        >
          {saving ? <Trans>Saving…</Trans> : <Trans>Save</Trans>}
          <kbd>Ctrl</kbd>
          <kbd>↵</kbd>
        </Button>
      </div>
    </section>
  );
}

/** The instant to call back at that the draft means; null: none, or none that can be. */
function useBack(draft: Draft | null): number | null {
  const zone = useZone();
  const now = useLink((view) => view.now);
  if (draft === null) return null;
  const at = instantMeant(draft.when, now, zone);
  return typeof at === 'number' ? at : null;
}

/** What Save will do to the clock, before it is pressed; or why it was not done. */
function Effect({ lead, answering }: { lead: QueueLead | null; answering: CallsThatAnswer }) {
  const clock = useClock();
  const words = useWords();
  const now = useLink((view) => view.now);
  const { live } = useTrust();
  const { open, drafts, calls, trouble } = useStore(logStore);
  if (trouble !== null && open !== null && (memberOf(drafts, open)?.logged ?? null) !== null) {
    return (
      <p role="alert">
        <b>
          {trouble.kind === 'unconfirmed' ? (
            <Trans>The call is logged, what goes with it is not confirmed. Try again</Trans>
          ) : memberOf(drafts, open)?.outcome === 'notInterested' ? (
            <Trans>The call is logged, the lead is not closed yet. Try again</Trans>
          ) : (
            <Trans>The call is logged, the call back is not set. Try again</Trans>
          )}
        </b>{' '}
        <NotDone trouble={trouble} />
      </p>
    );
  }
  if (trouble !== null) {
    return (
      <p role="alert">
        <b>{trouble.kind === 'unconfirmed' ? <Trans>Not confirmed. Try again</Trans> : <Trans>Not saved</Trans>}</b>{' '}
        {trouble.kind === 'unconfirmed' ? <Trans>It is logged once at most.</Trans> : <NotDone trouble={trouble} />}
      </p>
    );
  }
  if (!live) {
    return (
      <p>
        <Trans>No connection: what you write stays here until it can be saved.</Trans>
      </p>
    );
  }
  const draft = open === null ? undefined : memberOf(drafts, open);
  const outcome = draft?.outcome ?? null;
  if (outcome === null) {
    return (
      <p>
        <Trans>Choose what came of the call.</Trans>
      </p>
    );
  }
  const call = open === null ? undefined : memberOf(calls, open);
  const effect = logEffect(outcome, lead, call ?? now, answering);
  const closes = outcome === 'notInterested' && (
    <>
      {' '}
      <Trans>The lead is closed with it.</Trans>
    </>
  );
  if (effect.kind !== 'answers') {
    return (
      <p>
        {effect.kind === 'runs_on' &&
          closes === false &&
          (effect.isReached ? (
            <Trans>The clock runs on: by its policy this is no answer.</Trans>
          ) : (
            <Trans>The clock runs on: nobody was reached.</Trans>
          ))}
        {effect.kind === 'held' && <Trans>The lead counts as answered.</Trans>}
        {effect.kind === 'stopped_before' && <Trans>The clock has stopped already: the call is only added.</Trans>}
        {closes}
      </p>
    );
  }
  const at = clock.exact(effect.at);
  const after = words.wait(effect.afterMs);
  const late = effect.lateByMs === null ? null : words.wait(effect.lateByMs);
  return (
    <p>
      {late === null ? (
        <Trans>
          Answer counts from the call at <b>{at}</b>: answered in <b>{after}</b>.
        </Trans>
      ) : (
        <Trans>
          Answer counts from the call at <b>{at}</b>: answered in <b>{after}</b>, late by {late}.
        </Trans>
      )}
      {closes}
    </p>
  );
}

/** Why it was not saved; nothing where nobody knows whether it was. */
function NotDone({ trouble }: { trouble: NonNullable<ReturnType<typeof logStore.getState>['trouble']> }) {
  if (trouble.kind === 'unconfirmed') return null;
  return trouble.kind === 'refused' ? <Refusal of={trouble} /> : <Failure of={trouble} about="lead" />;
}
