import { Plural, Trans } from '@lingui/react/macro';
import { togglePause } from './console-link.js';
import { Icon } from './icons.js';
import { ToolButton } from './tool-button.js';
import { useLink } from './use-console.js';

/** Lets the view stand still, and says how much waits meanwhile. */
export function PauseButton() {
  const paused = useLink((view) => view.paused);
  const waiting = useLink((view) => view.waitingChanges);
  return paused ? (
    <ToolButton warn icon={<Icon of="play" />} onPress={togglePause}>
      <Trans>Go on</Trans> <Plural value={waiting} _0="" one="(# change)" other="(# changes)" />
    </ToolButton>
  ) : (
    <ToolButton icon={<Icon of="pause" />} onPress={togglePause}>
      <Trans>Pause</Trans>
    </ToolButton>
  );
}
