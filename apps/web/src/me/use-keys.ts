import { useEffect } from 'react';
import { MUTE_MS, mute, muteStore } from '../console/sound-choice.js';
import { claimOf, claimSelected } from './claim-desk.js';
import { keyStore, showHelp } from './key-choice.js';
import { type KeyAction, keyAction } from './keys.js';
import { closeSheet, logStore, openSheet, save, undo, write } from './log-desk.js';
import { useLogWords } from './log-words.js';
import { neighbour } from './queue-store.js';
import { memberOf } from './record.js';
import { openSearch } from './search-store.js';
import { choose, selectionStore } from './selection.js';

/** The page's keys, while they are `on`; they work wherever the focus is, but where somebody writes or a menu is open. */
export function useKeys(on: boolean): void {
  const { prefix } = useLogWords();
  useEffect(() => {
    if (!on) return;
    const press = (event: KeyboardEvent): void => {
      const target = event.target instanceof Element ? event.target : document.body;
      if (event.defaultPrevented || event.isComposing || target.closest('[role=menu], .help, .small-dialog') !== null) return;
      const { key, code, ctrlKey, metaKey, altKey } = event;
      const action = keyAction(
        { key, code, ctrl: ctrlKey || metaKey, alt: altKey },
        {
          typing: target.matches('textarea, input:not([type=radio]), [contenteditable]'),
          onControl: target.closest('a, button, [role=radio], input') !== null,
          sheetOpen: logStore.getState().open !== null,
          singleKeys: keyStore.getState().single,
        },
      );
      if (action === null) return;
      event.preventDefault();
      perform(action, prefix);
    };
    // before the widgets: a radio keeps Ctrl+Enter to itself
    window.addEventListener('keydown', press, true);
    return () => window.removeEventListener('keydown', press, true);
  }, [on, prefix]);
}

function perform(action: KeyAction, prefix: ReturnType<typeof useLogWords>['prefix']): void {
  const { lead, seen } = selectionStore.getState();
  const sheet = logStore.getState().open;
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
    case 'save': {
      const draft = sheet === null ? undefined : memberOf(logStore.getState().drafts, sheet);
      if (sheet !== null && draft !== undefined) void save(sheet, seen?.name ?? sheet, prefix(draft.outcome, draft.backAt));
      break;
    }
    case 'close':
      closeSheet();
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

/** Shows the lead and takes the focus to its row, so that the list stands still while somebody walks along it. */
function goTo(lead: string | null): void {
  if (lead === null) return;
  choose(lead);
  document.getElementById(`row-${lead}`)?.focus();
}
