import type { ComponentProps } from 'react';
import { useTried } from './boards.js';
import { TileCard } from './tile-card.js';

/** A tile that is not saved yet: what it would say is asked for by itself. */
export function TriedTile(card: Omit<ComponentProps<typeof TileCard>, 'answer'>) {
  const { title: _, width: __, ...asked } = card.tile;
  return <TileCard {...card} answer={useTried({ ...asked, title: null, width: 4 })} />;
}
