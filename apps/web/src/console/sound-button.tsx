import { Trans, useLingui } from '@lingui/react/macro';
import { useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import { Icon } from './icons.js';
import { mute, muteStore, sounds } from './sound-choice.js';
import { ToolButton } from './tool-button.js';
import { useClock } from './use-console.js';

/** Whether the page can be heard, always in words; a click turns sounds off and on, or asks the browser for them. */
export function SoundButton() {
  const { t } = useLingui();
  const clock = useClock();
  const state = useSyncExternalStore(sounds().subscribe, sounds().state);
  const until = useStore(muteStore, (muted) => muted.until);
  if (until !== null) {
    const at = Number.isFinite(until) ? clock.short(until) : null;
    return (
      <ToolButton icon={<Icon of="mute" />} onPress={() => mute(null)} hint={t`Turn sound on`}>
        {at === null ? <Trans>Sound off</Trans> : <Trans>Muted until {at}</Trans>}
      </ToolButton>
    );
  }
  if (state === 'none') {
    return (
      <ToolButton icon={<Icon of="mute" />} isDisabled>
        <Trans>No sound here</Trans>
      </ToolButton>
    );
  }
  if (state === 'blocked') {
    return (
      <ToolButton
        warn
        icon={<Icon of="mute" />}
        onPress={() => sounds().unlock()}
        hint={t`The browser plays nothing before a key or a click`}
      >
        <Trans>Sound blocked: click to allow</Trans>
      </ToolButton>
    );
  }
  return (
    <ToolButton icon={<Icon of="sound" />} onPress={() => mute(Number.POSITIVE_INFINITY)} hint={t`Turn sound off`}>
      <Trans>Sound on</Trans>
    </ToolButton>
  );
}
