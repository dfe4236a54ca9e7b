import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useRef } from 'react';
import { Button, Input, SearchField } from 'react-aria-components';
import { useStore } from 'zustand';
import { Shape } from '../clock/shapes.js';
import { UNKNOWN } from '../clock/words.js';
import { Icon } from '../console/icons.js';
import { useLink, useTrust } from '../console/use-console.js';
import type { Row } from './frozen-queue.js';
import { KeyList } from './key-list.js';
import { isLate } from './queue.js';
import { QueueRow } from './queue-row.js';
import { letGo, point, queueStore, reorder, toggleOthers } from './queue-store.js';
import { isMeant, openSearch, searchStore } from './search-store.js';

/** Who waits: mine that are late, mine, nobody's, and others' folded away. */
export function QueueList() {
  const { t } = useLingui();
  const sections = useStore(queueStore, (view) => view.queue.sections);
  const waiting = useStore(queueStore, (view) => view.counts.waiting);
  const moved = useStore(queueStore, (view) => view.queue.moved);
  const news = useStore(queueStore, (view) => view.queue.news);
  const search = useStore(searchStore, (view) => view.text);
  const { known } = useTrust();
  const listed = (rows: readonly Row[]): readonly Row[] =>
    search === null ? rows : rows.filter(({ lead }) => isMeant([lead.name, lead.origin, lead.product, lead.owner], search));
  const visible = {
    mineLate: listed(sections.mineLate),
    calls: listed(sections.calls),
    mine: listed(sections.mine),
    nobodys: listed(sections.nobodys),
  };
  useEffect(() => () => point(false), []);
  return (
    <section className="queue" aria-label={t`Queue`} onPointerEnter={() => point(true)} onPointerLeave={() => point(false)} onBlur={letGo}>
      <div className="qh">
        {search === null ? (
          <>
            <h1>
              <Trans>Queue</Trans>
            </h1>
            <span className="t3 small nowrap">
              {known ? <Plural value={waiting} _0="empty" one="# waiting" other="# waiting" /> : UNKNOWN}
            </span>
            <i className="grow" />
            {moved && (
              <Button className="pill" onPress={reorder}>
                {news > 0 ? <Plural value={news} one="# new, reorder" other="# new, reorder" /> : <Trans>Reorder</Trans>}
              </Button>
            )}
            <Button className="btn btn-quiet" aria-label={t`Search`} onPress={openSearch}>
              <Icon of="search" />
            </Button>
          </>
        ) : (
          <Search text={search} />
        )}
      </div>
      <div className="rows">
        {visible.mineLate.length > 0 && (
          <Section rows={visible.mineLate} late known={known}>
            <Trans>Mine, late</Trans>
          </Section>
        )}
        {visible.calls.length > 0 && (
          <Section rows={visible.calls} known={known}>
            <Trans>To call back</Trans>
          </Section>
        )}
        {known && waiting === 0 && (
          <p className="queue-rest">
            <Shape of="done" />
            <Trans>Nobody is waiting</Trans>
          </p>
        )}
        <Section rows={visible.mine} known={known}>
          <Trans>Mine</Trans>
        </Section>
        <Section rows={visible.nobodys} known={known}>
          <Trans>Nobody’s</Trans>
        </Section>
        <Others rows={listed(sections.others)} searching={search !== null && search !== ''} />
      </div>
      <KeyList />
    </section>
  );
}

function Search({ text }: { text: string }) {
  const { t } = useLingui();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const close = (): void => searchStore.setState({ text: null });
  return (
    <SearchField
      className="search"
      aria-label={t`Search the queue`}
      value={text}
      onChange={(next) => searchStore.setState({ text: next })}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
      }}
    >
      <Icon of="search" />
      <Input id="search" ref={field} placeholder={t`Name, source, owner`} />
      <Button className="btn btn-quiet" aria-label={t`Close the search`} slot={null} onPress={close}>
        <Icon of="close" />
      </Button>
    </SearchField>
  );
}

interface SectionProps {
  readonly rows: readonly Row[];
  readonly late?: boolean;
  readonly known: boolean;
  readonly children: React.ReactNode;
}

const Section = ({ rows, late = false, known, children }: SectionProps) => (
  <>
    <h2 className={late ? 'sec late' : 'sec'}>
      {late && <Shape of="late" />}
      {children} <span className="n">{known ? rows.length : UNKNOWN}</span>
    </h2>
    {rows.length > 0 && (
      <ul>
        {rows.map((row) => (
          <QueueRow key={row.lead.lead} row={row} />
        ))}
      </ul>
    )}
  </>
);

function Others({ rows, searching }: { rows: readonly Row[]; searching: boolean }) {
  const unfolded = useStore(queueStore, (view) => view.othersOpen);
  const asOf = useLink((view) => view.asOf);
  const { known } = useTrust();
  const open = unfolded || searching;
  const [waiting, late] = [rows.length, rows.filter(({ lead }) => isLate(lead, asOf)).length];
  return (
    <>
      <h2 className={open ? 'sec sec-fold is-open' : 'sec sec-fold'}>
        <Button aria-expanded={open} onPress={toggleOthers}>
          <Icon of={open ? 'down' : 'right'} />
          <Trans>Others</Trans>
          <span className="t3">
            {!known ? (
              UNKNOWN
            ) : late > 0 ? (
              <>
                <Plural value={waiting} one="# waiting" other="# waiting" />, <Plural value={late} one="# late" other="# late" />
              </>
            ) : (
              <Plural value={waiting} one="# waiting" other="# waiting" />
            )}
          </span>
        </Button>
      </h2>
      {open && rows.length > 0 && (
        <ul>
          {rows.map((row) => (
            <QueueRow key={row.lead.lead} row={row} />
          ))}
        </ul>
      )}
    </>
  );
}
