import { Trans } from '@lingui/react/macro';
import { NoticeMenu } from '../../notices/notice-menu.js';

/** Whether this rep is told beside the page. */
export const OwnNotices = () => (
  <NoticeMenu offer={<Trans>Turn them on and this device tells you of an alert when no page of Leadclock is in sight.</Trans>} />
);
