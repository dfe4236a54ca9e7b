import { Avatar } from '../console/avatar.js';
import { PauseButton } from '../console/pause-button.js';
import { SoundButton } from '../console/sound-button.js';
import { StaleBand } from '../console/stale-band.js';
import { TopBar } from '../console/top-bar.js';
import { useLive } from '../console/use-console.js';
import { own } from './streams.js';

const Person = () => {
  const name = useLive(own, (state) => state?.me?.name ?? null);
  return <Avatar name={name} mine />;
};

export const FirstPage = () => (
  <>
    <TopBar
      page="me"
      tools={
        <>
          <SoundButton />
          <PauseButton />
        </>
      }
      person={<Person />}
    />
    <StaleBand />
  </>
);
