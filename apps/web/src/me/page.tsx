import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useStore } from 'zustand';
import { Icon } from '../console/icons.js';
import { PauseButton } from '../console/pause-button.js';
import { SoundButton } from '../console/sound-button.js';
import { StaleBand } from '../console/stale-band.js';
import { TopBar } from '../console/top-bar.js';
import { useLink, useTrust } from '../console/use-console.js';
import { Voice } from '../ringing/voice.js';
import { LeadCard } from './lead-card.js';
import { MyDay, Trio } from './my-day.js';
import { QueueList } from './queue-list.js';
import { queueStore } from './queue-store.js';
import { PhoneMenu, RepMenu } from './rep-menu.js';
import { RepPicker } from './rep-picker.js';
import { Loading, Rest } from './rest.js';
import { useSeated } from './seat.js';
import { choose, selectionStore } from './selection.js';
import { TabTitle } from './tab-title.js';
import { Toasts } from './toasts.js';
import { UnknownLead } from './unknown-lead.js';
import { useKeys } from './use-keys.js';
import { useLoop } from './use-loop.js';

const client = new QueryClient({ defaultOptions: { queries: { refetchOnWindowFocus: false } } });

/** The rep's console. */
export function Page() {
  const chosen = useStore(selectionStore, (selection) => selection.chosen && selection.lead !== null);
  const { still } = useTrust();
  const seated = useSeated();
  const freshness = useLink((view) => view.freshness);
  const [dayOpen, setDayOpen] = useState(false);
  const loop = useLoop();
  useKeys(seated === true);
  const tools = (
    <>
      <SoundButton />
      {loop !== null && <loop.OwnNotices />}
      <PauseButton />
      {seated === true && <DayButton open={dayOpen} onPress={() => setDayOpen(!dayOpen)} />}
    </>
  );
  return (
    <QueryClientProvider client={client}>
      <div className={`me${still ? ' is-stale' : ''}${chosen ? ' has-lead' : ''}${dayOpen ? ' has-day' : ''}`} data-freshness={freshness}>
        <TopBar
          page="me"
          tools={tools}
          state={seated === true && loop !== null && <loop.StatusMenu />}
          person={<RepMenu />}
          narrow={chosen ? <Back /> : <PhoneMenu />}
        />
        {freshness !== 'starting' && (
          <StaleBand>
            <Trans>Clocks stand still. Claim and Log are off, calling works.</Trans>
          </StaleBand>
        )}
        {seated === null && freshness !== 'starting' && <Loading />}
        {seated === false && <RepPicker />}
        {seated === true && (
          <>
            <main className="columns">
              <QueueList />
              <LeadColumn />
            </main>
            <MyDay />
            <DayFoot onPress={() => setDayOpen(!dayOpen)} open={dayOpen} />
            <Toasts />
            <TabTitle />
          </>
        )}
        <Voice />
        {loop !== null && <loop.KeyHelp />}
      </div>
    </QueryClientProvider>
  );
}

function LeadColumn() {
  const { lead, seen, waits, chosen } = useStore(selectionStore);
  if (lead === null) return <Rest />;
  if (seen !== null && (waits || chosen)) return <LeadCard key={lead} lead={seen} waits={waits} />;
  return seen === null && chosen ? <UnknownLead lead={lead} /> : <Rest />;
}

/** On a phone, over a lead: the way back to the queue. */
function Back() {
  const waiting = useStore(queueStore, (view) => view.counts.waiting);
  return (
    <Button className="btn btn-quiet back" onPress={() => choose(null)}>
      <Icon of="left" />
      <b>
        <Trans>Queue</Trans>
      </b>
      <span className="t3 cut">
        <Plural value={waiting} _0="empty" one="# waiting" other="# waiting" />
      </span>
    </Button>
  );
}

/** Between the widths of a phone and of three columns: the day behind a button. */
const DayButton = ({ open, onPress }: { open: boolean; onPress: () => void }) => (
  <Button className="btn btn-quiet day-button" aria-expanded={open} onPress={onPress}>
    <Trans>My day</Trans>
  </Button>
);

function DayFoot({ open, onPress }: { open: boolean; onPress: () => void }) {
  const { t } = useLingui();
  return (
    <section className="pday" aria-label={t`My day`}>
      <Trio small />
      <Button className="btn btn-quiet" aria-label={t`My day`} aria-expanded={open} onPress={onPress}>
        <Icon of={open ? 'down' : 'right'} />
      </Button>
    </section>
  );
}
