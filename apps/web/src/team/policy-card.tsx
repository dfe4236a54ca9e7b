import { Trans } from '@lingui/react/macro';
import { useSourceWords } from '../console/source-words.js';
import type { LeadDetail } from './answers.js';
import { NOTHING, useSeconds } from './use-formats.js';

/** The id of the policy that holds where none is set. */
const USUAL = 'default';

/** By which policy the lead was judged. */
export function PolicyCard({ detail: { policy } }: { detail: LeadDetail }) {
  const seconds = useSeconds();
  const words = useSourceWords();
  if (policy === null) return null;
  const { version } = policy;
  const target = seconds(policy.answer_seconds);
  return (
    <section className="panel">
      <header>
        <h2>
          <Trans>Policy that judged it</Trans>
        </h2>
        <span className="grow" />
        <span className="sub">{policy.id === null || policy.id === USUAL ? <Trans>default</Trans> : policy.id}</span>
        {version !== null && (
          <span className="sub">
            <Trans>version {version}</Trans>
          </span>
        )}
      </header>
      <table className="kv body">
        <tbody>
          <tr>
            <th scope="row">
              <Trans>Target</Trans>
            </th>
            <td>
              <Trans>{target} of working time, from the arrival</Trans>
            </td>
          </tr>
          <tr>
            <th scope="row">
              <Trans>Hours</Trans>
            </th>
            <td>{policy.calendar ?? <Trans>always open</Trans>}</td>
          </tr>
          <tr>
            <th scope="row">
              <Trans>Answers</Trans>
            </th>
            <td>{policy.outbound.map((channel) => words.channel(channel)).join(', ') || NOTHING}</td>
          </tr>
        </tbody>
      </table>
    </section>
  );
}
