import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Icon } from '../team/icons.js';
import { pathOf, type Question } from './question.js';
import { useKpiFormats } from './use-kpi-formats.js';

type State = { readonly kind: 'idle' } | { readonly kind: 'reading'; readonly bytes: number } | { readonly kind: 'failed' };

/** All rows behind a number as a file, with how much has come so far. */
export function CsvButton({ question, excluded }: { question: Question; excluded: string | null }) {
  const { t } = useLingui();
  const format = useKpiFormats();
  const [state, setState] = useState<State>({ kind: 'idle' });
  const read = async (): Promise<void> => {
    setState({ kind: 'reading', bytes: 0 });
    const file = await csvOf(pathOf({ ...question, by: [] }, '/rows', excluded === null ? {} : { excluded }), (bytes) =>
      setState({ kind: 'reading', bytes }),
    ).catch(() => null);
    setState({ kind: file === null ? 'failed' : 'idle' });
    if (file !== null) save(`${question.kpi}.csv`, file);
  };
  const size = state.kind === 'reading' ? format.number(Math.round(state.bytes / 1_024)) : '';
  return (
    <button
      type="button"
      className="btn btn-quiet"
      disabled={state.kind === 'reading'}
      title={t`All rows as a file`}
      onClick={() => void read()}
    >
      <Icon of="csv" />
      <span aria-live="polite">
        {state.kind === 'idle' && <Trans>CSV, all rows</Trans>}
        {state.kind === 'reading' && <Trans>{size} KiB …</Trans>}
        {state.kind === 'failed' && <Trans>CSV: no connection, try again</Trans>}
      </span>
    </button>
  );
}

/** The rows as text/csv; `heard` is told how many bytes have come. A stream that breaks off is no file. */
async function csvOf(path: string, heard: (bytes: number) => void): Promise<Blob> {
  const response = await fetch(path, { headers: { accept: 'text/csv' } });
  if (!response.ok || response.body === null) throw new Error(`status ${response.status}`);
  const parts: BlobPart[] = [];
  const reader = response.body.getReader();
  let bytes = 0;
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    parts.push(read.value);
    bytes += read.value.length;
    heard(bytes);
  }
  // by this mark spreadsheets know UTF-8
  return new Blob(['\u{FEFF}', ...parts], { type: 'text/csv;charset=utf-8' });
}

function save(name: string, file: Blob): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
