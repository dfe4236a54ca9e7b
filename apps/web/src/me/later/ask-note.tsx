import { Trans } from '@lingui/react/macro';
import { Button } from 'react-aria-components';
import { useStore } from 'zustand';
import { useTrust } from '../../console/use-console.js';
import { askAgain, askStore } from '../ask-desk.js';
import type { AskState } from '../ask-state.js';
import { Failure } from '../failure.js';
import { memberOf } from '../record.js';
import { Refusal } from './refusal.js';

export const useAsk = (place: string): AskState | undefined => useStore(askStore, (asks) => memberOf(asks, place));

/** What did not come of what was asked at a place, and the way to ask again; nothing where nothing went wrong. */
export function AskNote({ place, about }: { place: string; about?: 'rep' }) {
  const state = useAsk(place);
  const { live } = useTrust();
  if (state === undefined) return null;
  if (state.step === 'asking') {
    return (
      <p>
        <Trans>Asking…</Trans>
      </p>
    );
  }
  if (state.step === 'unconfirmed') {
    return (
      <p role="alert">
        <b>
          <Trans>Not confirmed.</Trans>
        </b>{' '}
        <Button className="btn btn-warn" isDisabled={!live} onPress={() => void askAgain(place)}>
          <Trans>Try again</Trans>
        </Button>{' '}
        <Trans>It is done once at most.</Trans>
      </p>
    );
  }
  return (
    <p role="alert">
      <b>
        <Trans>Not done.</Trans>
      </b>{' '}
      {state.step === 'failed' ? <Failure of={state} about={about} /> : <Refusal of={state} />}
    </p>
  );
}
