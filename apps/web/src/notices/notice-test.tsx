import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { useStore } from 'zustand';
import { useClock } from '../console/use-console.js';
import { noticeStore, testNotices } from './notice-desk.js';
import { reached } from './push-calls.js';

/** Tries whether this browser is reached, and says how that went the last times. */
export function NoticeTest({ acts }: { acts: ReactNode }) {
  const clock = useClock();
  const tested = useStore(noticeStore, (notices) => notices.tested);
  const way = useStore(noticeStore, ({ push }) => (push.step === 'on' ? push.way : ''));
  const { data } = useQuery({ queryKey: ['reached', way, tested.step], queryFn: () => reached(way), staleTime: 0 });
  const succeeded = data?.succeededAt == null ? null : clock.exact(data.succeededAt);
  const failed = data?.failedAt == null ? null : clock.exact(data.failedAt);
  return (
    <>
      <div className="bar">
        <Button className="btn" isPending={tested.step === 'asking'} onPress={() => void testNotices()}>
          {tested.step === 'asking' ? <Trans>Sending…</Trans> : <Trans>Send a test</Trans>}
        </Button>
        {acts}
      </div>
      {tested.step === 'failed' && (
        <p role="alert" className="small">
          <b>
            <Trans>The test was not sent.</Trans>
          </b>{' '}
          {tested.failure !== null && <Why of={tested.failure} />}
        </p>
      )}
      {tested.step === 'sent' && (
        <p role="status" className="small">
          <Trans>The test is on its way to this device.</Trans>
        </p>
      )}
      {succeeded !== null && (
        <p className="small t2">
          <Trans>Last sent: {succeeded}</Trans>
        </p>
      )}
      {failed !== null && tested.step !== 'failed' && (
        <p className="small t2">
          <Trans>Last failed: {failed}</Trans> {data?.failure != null && <Why of={data.failure} />}
        </p>
      )}
    </>
  );
}

/** What the server says of a failure, in the language on screen; what only the server has words for stands as it says it. */
function Why({ of }: { of: string }) {
  const code = /answered (\d+)/.exec(of)?.[1];
  if (code !== undefined) return <Trans>The push service answered {code}.</Trans>;
  return of.startsWith('no answer') || /^E[A-Z_]+$/.test(of) ? (
    <Trans>The push service cannot be reached from Leadclock.</Trans>
  ) : (
    <span lang="en">{of}</span>
  );
}
