import { useLingui } from '@lingui/react/macro';
import { type ReactNode, useId, useState } from 'react';
import { Icon } from './icons.js';

interface Frame {
  readonly title: string;
  readonly sub?: ReactNode;
  readonly legend?: ReactNode;
  readonly className: string;
  /** one sentence that says what the chart shows */
  readonly summary: string;
  /** the same figures as a table */
  readonly table: ReactNode;
  readonly children: ReactNode;
}

/** A panel with a chart, which can be read as a table instead. */
export function ChartPanel({ title, sub, legend, className, summary, table, children }: Frame) {
  const { t } = useLingui();
  const [asTable, setAsTable] = useState(false);
  const name = useId();
  return (
    <section className={`panel ${className}`} aria-labelledby={name}>
      <header>
        <h2 id={name}>{title}</h2>
        {sub !== undefined && <span className="sub">{sub}</span>}
        <span className="grow" />
        {!asTable && legend !== undefined && <span className="legend">{legend}</span>}
        <button
          type="button"
          className="btn btn-quiet"
          aria-pressed={asTable}
          aria-label={t`Show as table`}
          title={asTable ? t`Show as chart` : t`Show as table`}
          onClick={() => setAsTable(!asTable)}
        >
          <Icon of={asTable ? 'chart' : 'table'} />
        </button>
      </header>
      {asTable ? (
        <div className="as-table" tabIndex={0} role="region" aria-label={t`${title}: table`}>
          {table}
        </div>
      ) : (
        <figure className="figure-box" aria-label={summary}>
          {children}
        </figure>
      )}
    </section>
  );
}

/** A small table: its heads, and rows whose first cell names them. */
export function PlainTable({
  caption,
  heads,
  rows,
}: {
  caption: string;
  heads: readonly string[];
  rows: readonly (readonly ReactNode[])[];
}) {
  return (
    <table className="kv plain">
      <caption className="vh">{caption}</caption>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, ...cells], index) => (
          <tr key={index}>
            <th scope="row">{name}</th>
            {cells.map((cell, column) => (
              <td key={column}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
