import { layOut } from '../cli/table.js';
import { Preview, SetPolicies } from './send-policies.js';

/** What came of setting policies, as a table. */
export function applied(text: string): string {
  const { policies } = SetPolicies.parse(JSON.parse(text));
  const rows = policies.map(({ policy, change, effective_at }) => [policy, change, change === 'none' ? '–' : effective_at]);
  const unchanged = policies.filter(({ change }) => change === 'none').length;
  return `${layOut([['policy', 'change', 'from'], ...rows])}${policies.length - unchanged} policies set, ${unchanged} stood already\n`;
}

/** What setting policies would come to, as a table. */
export function previewed(text: string): string {
  const { from, to, count, moved, policies } = Preview.parse(JSON.parse(text));
  const rows = policies.map(({ policy, change, effective_at, matches, judges, judged_now }) => [
    policy,
    change,
    change === 'none' ? '–' : effective_at,
    String(matches),
    String(judges),
    judged_now.map((judged) => `${judged.policy ?? '(default)'} ${judged.leads}`).join(', ') || '–',
  ]);
  const unchanged = policies.filter(({ change }) => change === 'none').length;
  const changes = `${policies.length - unchanged} policies would be set, ${unchanged} stand already`;
  const leads = `of ${count} leads that came from ${from} to ${to} another policy would have judged ${moved}`;
  return `${layOut([['policy', 'change', 'from', 'matches', 'would judge', 'judged now by'], ...rows])}${changes}; ${leads}\n`;
}
