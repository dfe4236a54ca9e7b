import { i18n } from '@lingui/core';
import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { useStore } from 'zustand';
import { Icon } from '../console/icons.js';
import { messages as en } from '../locales/notices/en.po';
import { messages as es } from '../locales/notices/es.po';
import { messages as ru } from '../locales/notices/ru.po';
import { noticeStore, standing, subscribeIfOn, turnOffNotices, turnOnNotices } from './notice-desk.js';
import { NoticeFix } from './notice-fix.js';
import type { NoticeStanding } from './notice-state.js';
import { NoticeTest } from './notice-test.js';
import { SoundLevel } from './sound-level.js';

// beside the texts that the page has already
i18n.load({ en, es, ru });

interface NoticeMenuProps {
  /** what it is to have them on here */
  readonly offer: ReactNode;
  /** whose notifications these are, where somebody can choose that */
  readonly whose?: ReactNode;
}

/** Whether this browser tells beside the page, always in words; behind it what can be done about that. */
export function NoticeMenu({ offer, whose }: NoticeMenuProps) {
  const { t } = useLingui();
  const now = useStore(noticeStore, standing);
  const isOn = now === 'on' || now === 'here' || now === 'asking';
  return (
    <DialogTrigger>
      <Button className="btn btn-quiet tool" data-key="notices">
        <Icon of={isOn ? 'bell' : 'bellOff'} />
        <span className="tool-word">
          <State of={now} />
        </span>
      </Button>
      {/* the dialog has a name of its own, and a box without a role can have none */}
      <Popover className="popover popover-wide" placement="bottom end" aria-labelledby="">
        <Dialog className="notices" aria-label={t`Notifications`}>
          <p role="status">
            <b>
              <State of={now} />
            </b>
          </p>
          {whose}
          <Told of={now} offer={offer} />
          <SoundLevel />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function State({ of }: { of: NoticeStanding }) {
  switch (of) {
    case 'on':
    case 'asking':
      return <Trans>Notifications on</Trans>;
    case 'here':
      return <Trans>Notifications on while this page is open</Trans>;
    case 'off':
      return <Trans>Notifications off</Trans>;
    case 'blocked':
      return <Trans>Notifications blocked</Trans>;
    case 'none':
      return <Trans>No notifications here</Trans>;
  }
}

/** What that means, and what can be done about it. */
function Told({ of, offer }: { of: NoticeStanding; offer: ReactNode }) {
  const step = useStore(noticeStore, ({ push }) => push.step);
  switch (of) {
    case 'blocked':
    case 'none':
      return <NoticeFix of={of} />;
    case 'off':
      return (
        <Line
          acts={
            <Button className="btn btn-primary" onPress={() => void turnOnNotices()}>
              <Trans>Turn on</Trans>
            </Button>
          }
        >
          {offer}
        </Line>
      );
    case 'asking':
      return (
        <Line acts={<TurnOff />}>
          <Trans>The browser’s push service is being asked…</Trans>
        </Line>
      );
    case 'here':
      return (
        <Line
          acts={
            <>
              <Button className="btn" onPress={subscribeIfOn}>
                <Trans>Try again</Trans>
              </Button>
              <TurnOff />
            </>
          }
        >
          {step === 'refused' ? (
            <Trans>Leadclock did not take this browser’s subscription. Closed pages are told nothing.</Trans>
          ) : (
            <Trans>The browser’s push service cannot be reached. Closed pages are told nothing.</Trans>
          )}
        </Line>
      );
    case 'on':
      return (
        <>
          <Line>
            <Trans>Alerts reach this device, also while no page of Leadclock is open.</Trans>
          </Line>
          <NoticeTest acts={<TurnOff />} />
        </>
      );
  }
}

const TurnOff = () => (
  <Button className="btn btn-quiet" onPress={() => void turnOffNotices()}>
    <Trans>Turn off</Trans>
  </Button>
);

const Line = ({ children, acts }: { children: ReactNode; acts?: ReactNode }) => (
  <>
    <p className="t2">{children}</p>
    {acts !== undefined && <div className="bar">{acts}</div>}
  </>
);
