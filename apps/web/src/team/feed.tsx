import type { FeedItem } from '@leadclock/live-protocol/team-state.js';
import { Trans, useLingui } from '@lingui/react/macro';
import { memo, useState } from 'react';
import { Link } from 'react-router';
import { useSourceWords } from '../console/source-words.js';
import { Icon, Shape } from './icons.js';
import { useTeam } from './team-context.js';
import { useAddress } from './use-address.js';
import { useFormats } from './use-formats.js';

/** The latest 50 things that happened. It stands still while somebody points at it or has the focus in it. */
export function Feed() {
  const { t } = useLingui();
  const { state, filters, figures } = useTeam();
  const [held, setHeld] = useState<readonly FeedItem[] | null>(null);
  const wanted = state.feed.filter(
    ({ rep, origin }) => (filters.rep === null || rep === filters.rep) && (filters.source === null || origin === filters.source),
  );
  const shown = held ?? wanted;
  const waits = held === null ? 0 : wanted.filter(({ id }) => !held.some((item) => item.id === id)).length;
  const hold = (): void => setHeld((before) => before ?? wanted);
  return (
    <section
      className="panel c4 feed"
      aria-labelledby="feed"
      onPointerEnter={hold}
      onPointerLeave={() => setHeld(null)}
      onFocus={hold}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setHeld(null);
      }}
    >
      <header>
        <h2 id="feed">
          <Trans>Latest</Trans>
        </h2>
        <span className={waits > 0 ? 'sub' : 'sub sub-pointer'}>
          {waits > 0 ? t`${waits} new wait` : t`stops while the pointer is here`}
        </span>
      </header>
      {shown.length === 0 && figures !== null ? (
        <p className="empty">{t`Nothing has happened yet today.`}</p>
      ) : (
        <ol tabIndex={-1}>
          {shown.map((item) => (
            <Item key={item.id} item={item} />
          ))}
        </ol>
      )}
    </section>
  );
}

const Item = memo(function Item({ item }: { item: FeedItem }) {
  const { clockSeconds } = useFormats();
  const { to } = useAddress();
  return (
    <li>
      <time>{clockSeconds(item.at)}</time>
      <FeedMark kind={item.kind} />
      <div>
        <Link className="figure" to={to({ lead: item.lead })}>
          <b dir="auto">
            <What item={item} />
          </b>
        </Link>
        <span>
          <How item={item} />
        </span>
      </div>
    </li>
  );
});

const FeedMark = ({ kind }: { kind: FeedItem['kind'] }) => {
  switch (kind) {
    case 'arrived':
      return <Shape of="in" />;
    case 'late':
      return <Shape of="late" />;
    case 'answered':
      return <Shape of="done" />;
    case 'met':
      return <Icon of="cal" />;
    case 'won':
      return <Shape of="star" />;
  }
};

function What({ item: { kind, name, rep, repName } }: { item: FeedItem }) {
  const who = repName ?? rep;
  switch (kind) {
    case 'arrived':
      return <Trans>{name} arrived</Trans>;
    case 'late':
      return <Trans>{name} is late</Trans>;
    case 'answered':
      return who === null ? (
        <Trans>{name} was answered</Trans>
      ) : (
        <Trans>
          {who} answered {name}
        </Trans>
      );
    case 'met':
      return who === null ? (
        <Trans>Meeting with {name}</Trans>
      ) : (
        <Trans>
          {who} has a meeting with {name}
        </Trans>
      );
    case 'won':
      return who === null ? (
        <Trans>{name} was won</Trans>
      ) : (
        <Trans>
          {who} won {name}
        </Trans>
      );
  }
}

function How({ item: { kind, seconds, origin, rep, repName } }: { item: FeedItem }) {
  const { wait } = useFormats();
  const words = useSourceWords();
  const who = repName ?? rep;
  const whose = kind === 'arrived' || kind === 'late' ? who === null ? <Trans>nobody’s yet</Trans> : <Trans>{who}’s lead</Trans> : null;
  const after = kind === 'answered' && seconds !== null ? wait(seconds * 1_000) : null;
  return (
    <>
      {after !== null && <Trans>in {after}</Trans>}
      {after !== null && origin !== null && ', '}
      {whose}
      {whose !== null && origin !== null && ', '}
      {origin !== null && words.origin(origin)}
    </>
  );
}
