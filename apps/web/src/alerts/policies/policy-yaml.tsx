import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

/** Policies as a file that `leadclock policy apply` takes, to be copied or kept; the same as `leadclock policy list --yaml` prints. */
export function PolicyYaml({ policies, file }: { policies: readonly unknown[]; file: string }) {
  const { t } = useLingui();
  const [copied, setCopied] = useState(false);
  const json = JSON.stringify(policies);
  // what turns it into YAML is fetched once somebody asks for it
  const { data: text } = useQuery({
    queryKey: ['policy-yaml', json],
    queryFn: async () => (await import('yaml')).stringify(policies),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (text === undefined) return <i className="bone pol-bones" aria-busy="true" />;
  const save = (): void => {
    const url = URL.createObjectURL(new Blob([text], { type: 'application/yaml' }));
    const link = document.createElement('a');
    link.href = url;
    link.download = file;
    link.click();
    URL.revokeObjectURL(url);
  };
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
  };
  return (
    <section className="panel pol-yaml" aria-label={t`As YAML`}>
      <div className="pol-bar">
        <button type="button" className="btn" onClick={() => void copy().catch(() => setCopied(false))}>
          <Trans>Copy</Trans>
        </button>
        <button type="button" className="btn" onClick={save}>
          <Trans>Download</Trans>
        </button>
        <span className="cap t2" role="status">
          {copied && <Trans>Copied.</Trans>}
        </span>
        <span className="cap t2">
          <Trans>
            <code>leadclock policy apply {file}</code> sets it.
          </Trans>
        </span>
      </div>
      <div className="pol-file" tabIndex={0} role="region" aria-label={file}>
        <pre>{text}</pre>
      </div>
    </section>
  );
}
