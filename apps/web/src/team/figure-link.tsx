import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { ShowKind } from './address.js';
import { useAddress } from './use-address.js';

/** A figure that leads to the leads behind it. */
export function FigureLink({
  kind,
  detail = null,
  of,
  label,
  className,
  children,
}: {
  kind: ShowKind;
  detail?: string | null;
  of?: string | null | undefined;
  label?: string;
  className?: string;
  children: ReactNode;
}) {
  const { to } = useAddress();
  return (
    <Link className={className ?? 'figure'} to={to({ showing: { kind, detail, of }, lead: null })} aria-label={label}>
      {children}
    </Link>
  );
}
