import type { KeptBoard } from '@leadclock/live-protocol/board.js';
import { Trans } from '@lingui/react/macro';
import { useEffect, useState } from 'react';
import { Link, useParams } from 'react-router';
import { useStore } from 'zustand';
import { useLink, useLive } from '../console/use-console.js';
import { Icon } from '../team/icons.js';
import { isSame } from './board-edit.js';
import { BoardHead } from './board-head.js';
import { hearBoard, watched } from './board-store.js';
import { draftStore, dropDraft } from './draft-store.js';
import { EditBar } from './edit-bar.js';
import { TileGrid } from './tile-grid.js';
import { useLanguageSearch } from './use-language-search.js';

/** A board: its tiles as they stand, or, while somebody changes it, as they would. */
export function BoardPage() {
  const { board: id = '' } = useParams();
  const possible = /^[a-z0-9-]{1,64}$/.test(id);
  const search = useLanguageSearch();
  const state = useLive(watched, (heard) => heard);
  const [saved, setSaved] = useState<KeptBoard | null>(null);
  const editing = useStore(draftStore, ({ draft }) => draft);
  const draft = editing?.id === id ? editing : null;
  useEffect(() => {
    hearBoard(possible ? id : null);
    return () => hearBoard(null);
  }, [id, possible]);
  const heard = state?.board?.id === id ? state.board : null;
  // what was just saved is shown until the server tells of it
  const kept = saved?.id === id && state !== null && saved.version > (heard?.version ?? 0) ? saved : heard;
  const isGone = state !== null && kept === null;
  useEffect(() => {
    document.title = `${kept?.name ?? id} · Leadclock`;
  }, [kept?.name, id]);
  useEffect(() => {
    // our own save has come through although nobody said so
    if (draft !== null && kept !== null && kept.version > draft.seen && isSame(draft.board, kept)) dropDraft();
  }, [draft, kept]);
  return (
    <main className="board-page">
      <Link className="back" to={`/boards${search}`}>
        <Icon of="left" />
        <Trans>All boards</Trans>
      </Link>
      {draft !== null && <EditBar draft={draft} kept={kept} isGone={isGone} onSaved={setSaved} />}
      {draft === null && kept !== null && <BoardHead board={kept} />}
      {(draft !== null || kept !== null) && <TileGrid kept={kept} draft={draft} answers={state?.tiles ?? {}} />}
      {draft === null && kept === null && (isGone || !possible ? <NoBoard /> : <Bones />)}
    </main>
  );
}

function NoBoard() {
  return (
    <section className="panel board-empty">
      <h1>
        <Trans>There is no board at this address (any more).</Trans>
      </h1>
    </section>
  );
}

/** Grey tiles, once it takes longer than a blink. */
function Bones() {
  const freshness = useLink((view) => view.freshness);
  if (freshness === 'starting' || freshness === 'gone') return null;
  return <i className="bone bone-section" aria-busy="true" />;
}
