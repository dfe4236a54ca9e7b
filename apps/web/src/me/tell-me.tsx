import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from 'react-aria-components';
import { useStore } from 'zustand';
import { Icon } from '../console/icons.js';
import { ToolButton } from '../console/tool-button.js';
import { declineNotices, noticeStore, turnOnNotices } from './notices.js';

/** Offers notifications; never asked on load, and gone once they are on or were declined twice. */
export function TellMe() {
  const ask = useStore(noticeStore, (notices) => notices.ask);
  if (!ask) return null;
  return (
    <div className="ask">
      <b>
        <Trans>Get told when a lead passes its target</Trans>
      </b>
      <p>
        <Trans>This browser does not show notifications from Leadclock yet.</Trans>
      </p>
      <div className="bar">
        <Button className="btn" onPress={() => void turnOnNotices()}>
          <Trans>Turn on</Trans>
        </Button>
        <Button className="btn btn-quiet" onPress={declineNotices}>
          <Trans>Not now</Trans>
        </Button>
      </div>
    </div>
  );
}

/** Whether the desktop tells, always in words; a click asks the browser where it can still be asked. */
export function NoticeButton() {
  const { t } = useLingui();
  const permission = useStore(noticeStore, (notices) => notices.permission);
  if (permission === 'granted') {
    return (
      <ToolButton icon={<Icon of="bell" />} hint={t`The browser’s own settings turn them off`}>
        <Trans>Notifications on</Trans>
      </ToolButton>
    );
  }
  if (permission === 'default') {
    return (
      <ToolButton icon={<Icon of="bellOff" />} onPress={() => void turnOnNotices()} hint={t`Turn them on`}>
        <Trans>Notifications off</Trans>
      </ToolButton>
    );
  }
  const hint = permission === 'none' ? t`This browser shows none for this address` : t`Allow them in the browser’s settings of this page`;
  return (
    <ToolButton icon={<Icon of="bellOff" />} hint={hint}>
      <Trans>Notifications off</Trans>
    </ToolButton>
  );
}
