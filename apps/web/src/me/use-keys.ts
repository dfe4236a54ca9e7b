import { useEffect } from 'react';
import { linkStore } from '../console/console-link.js';
import { MUTE_MS, mute, muteStore } from '../console/sound-choice.js';
import { useZone } from '../console/use-console.js';
import { claimOf, claimSelected } from './claim-desk.js';
import { keyStore, showHelp } from './key-choice.js';
import { type KeyAction, keyAction } from './keys.js';
import { closeSheet, logStore, openSheet, save, sheetOver, undo, write } from './log-desk.js';
import { useLogWords } from './log-words.js';
import { closeLoopSheet } from './loop-sheet.js';
import { neighbour } from './queue-store.js';
import { memberOf } from './record.js';
import { openSearch } from './search-store.js';
import { choose, selectionStore } from './selection.js';
import { instantMeant } from './when.js';

/** The page's keys, while they are `on`; they work wherever the focus is, but where somebody writes or a menu is open. */
export function useKeys(on: boolean): void {
  const { prefix } = useLogWords();
  const zone = useZone();
  useEffect(() => {
    if (!on) return;
    const press = (event: KeyboardEvent): void => {
      const target = event.target instanceof Element ? event.target : document.body;
      if (event.defaultPrevented || event.isComposing || target.closest('[role=menu], .help, .small-dialog') !== null) return;
      const { key, code, ctrlKey, metaKey, altKey } = event;
      const { lead } = selectionStore.getState();
      const action = keyAction(
        { key, code, ctrl: ctrlKey || metaKey, alt: altKey },
        {
          typing: target.matches('textarea, input:not([type=radio]), [contenteditable]'),
          onControl: target.closest('a, button, [role=radio], input') !== null,
          sheet: lead === null ? null : sheetOver(lead),
          singleKeys: keyStore.getState().single,
        },
      );
      if (action === null) return;
      event.preventDefault();
      perform(action, { prefix, zone });
    };
    // before the widgets: a radio keeps Ctrl+Enter to itself
    window.addEventListener('keydown', press, true);
    return () => window.removeEventListener('keydown', press, true);
  }, [on, prefix, zone]);
}

interface Place {
  readonly prefix: ReturnType<typeof useLogWords>['prefix'];
  readonly zone: string;
}

function perform(action: KeyAction, place: Place): void {
  const { lead, seen } = selectionStore.getState();
  const sheet = lead !== null && sheetOver(lead) === 'log' ? lead : null;
  switch (action.do) {
    case 'next':
    case 'previous':
      goTo(neighbour(lead, action.do === 'next' ? 1 : -1));
      break;
    case 'claim':
      if (lead !== null && claimOf(lead).step !== 'lost') claimSelected(lead);
      break;
    case 'call':
      document.getElementById('call')?.click();
      break;
    case 'log':
      if (lead !== null && seen !== null && sheet === null) openSheet(lead);
      break;
    case 'outcome':
      if (sheet !== null) write(sheet, { outcome: action.outcome });
      break;
    case 'save':
      saveSheet(sheet, seen?.name ?? null, place);
      break;
    case 'choice':
      document.querySelectorAll<HTMLElement>('.sheet .opts input')[action.place]?.click();
      break;
    case 'callBack':
    case 'handOver':
    case 'giveBack':
    case 'putOff':
    case 'status':
    case 'accept':
    case 'decline':
      // the buttons know whether it can be done
      document.querySelector<HTMLElement>(`[data-key="${action.do}"]:not([disabled])`)?.click();
      break;
    case 'close':
      closeSheet();
      closeLoopSheet();
      break;
    case 'undo':
      void undo();
      break;
    case 'mute':
      mute(muteStore.getState().until === null ? Date.now() + MUTE_MS : null);
      break;
    case 'search':
      openSearch();
      break;
    case 'help':
      showHelp(true);
      break;
  }
}

/** Does what the open sheet is for. `open`: the lead whose call is being logged. */
function saveSheet(open: string | null, name: string | null, { prefix, zone }: Place): void {
  const { drafts } = logStore.getState();
  if (open === null) return document.querySelector<HTMLElement>('.sheet .foot .btn-primary:not([disabled])')?.click();
  const draft = memberOf(drafts, open);
  if (draft === undefined) return;
  const at = draft.outcome === 'callBack' ? instantMeant(draft.when, linkStore.getState().now, zone) : null;
  if (at === null || typeof at === 'number') void save(open, name ?? open, prefix(draft.outcome), at);
}

/** Shows the lead and takes the focus to its row, so that the list stands still while somebody walks along it. */
function goTo(lead: string | null): void {
  if (lead === null) return;
  choose(lead);
  document.getElementById(`row-${lead}`)?.focus();
}
