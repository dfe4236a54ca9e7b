import { Trans } from '@lingui/react/macro';
import { useSyncExternalStore } from 'react';
import { Button } from 'react-aria-components';
import { useStore } from 'zustand';
import { awayStore, soundOnlyAway } from '../console/sound-away.js';
import { setVolume, sounds, volumeStore } from '../console/sound-choice.js';

/** How loud the pages are on this device, and how that sounds. */
export function SoundLevel() {
  const volume = useStore(volumeStore, (level) => level.volume);
  const isOnlyAway = useStore(awayStore, (away) => away.isOnlyAway);
  const state = useSyncExternalStore(sounds().subscribe, sounds().state);
  return (
    <div className="bar sound-level">
      <label>
        <Trans>Volume on this device</Trans>
        <input
          type="range"
          min={10}
          max={100}
          step={10}
          value={Math.round(volume * 100)}
          onChange={(event) => setVolume(Number(event.target.value) / 100)}
        />
      </label>
      <Button className="btn" isDisabled={state === 'off' || state === 'none'} onPress={() => sounds().sample()}>
        <Trans>Play the alert</Trans>
      </Button>
      <label className="is-tick">
        <input type="checkbox" checked={isOnlyAway} onChange={(event) => soundOnlyAway(event.target.checked)} />
        <Trans>Only while I am not at this page</Trans>
      </label>
    </div>
  );
}
