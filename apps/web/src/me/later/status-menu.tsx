import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { Icon } from '../../console/icons.js';
import { repStatuses, useRepStatusWords } from '../../console/rep-status-words.js';
import { useClock, useLive, useTrust } from '../../console/use-console.js';
import { STATUS_PLACE, sayStatus } from '../loop-desk.js';
import { own, rep } from '../streams.js';
import { useRepName } from '../verdict.js';
import { AskNote, useAsk } from './ask-note.js';

const available = { is: 'available', since: null, by: null } as const;

/** What this rep is doing, and what each choice does to the rota. */
export function StatusMenu() {
  const { t } = useLingui();
  const { live } = useTrust();
  const words = useRepStatusWords();
  const status = useLive(own, (state) => state?.me?.status ?? available);
  const asking = useAsk(STATUS_PLACE)?.step === 'asking';
  const said = words.name(status.is);
  return (
    <span className="status">
      <MenuTrigger>
        <Button
          className={`btn status-button is-${status.is}`}
          data-key="status"
          isDisabled={!live || asking}
          aria-label={t`Your status: ${said}`}
        >
          <i className="status-dot" aria-hidden="true" />
          <span className="cut">{said}</span>
          <Icon of="down" />
        </Button>
        <Popover className="popover popover-wide" placement="bottom start">
          <Menu className="menu" aria-label={t`Your status`} selectionMode="single" selectedKeys={[status.is]}>
            {repStatuses.map((one) => (
              <MenuItem
                key={one}
                id={one}
                className="menu-item status-item"
                textValue={words.name(one)}
                onAction={() => void sayStatus(one)}
              >
                <b>{words.name(one)}</b>
                <small>{words.effect(one)}</small>
              </MenuItem>
            ))}
          </Menu>
          <SaidBy by={status.by} since={status.since} />
        </Popover>
      </MenuTrigger>
      <AskNote place={STATUS_PLACE} about="rep" />
    </span>
  );
}

/** Who else has said so, a ladder or another person, and when. */
function SaidBy({ by, since }: { by: string | null; since: number | null }) {
  const clock = useClock();
  const name = useRepName(by);
  if (since === null || by === rep) return null;
  const at = clock.short(since);
  return (
    <p className="status-by cap t2">
      {by === null ? (
        <Trans>since {at}</Trans>
      ) : by.startsWith('rule:') ? (
        <Trans>set by the ladder at {at}, as you did not answer</Trans>
      ) : (
        <Trans>
          set by {name} at {at}
        </Trans>
      )}
    </p>
  );
}
