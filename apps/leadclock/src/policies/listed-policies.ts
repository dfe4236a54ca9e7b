import { z } from 'zod';
import { layOut } from '../cli/table.js';

const Settings = z.looseObject({
  order: z.number(),
  match: z.record(z.string(), z.array(z.string())),
  targets: z.object({ answer_s: z.number().optional(), contact_s: z.number().optional() }),
  steps: z.array(z.looseObject({ id: z.string() })),
});

const Listed = z.object({
  as_of: z.string(),
  policies: z.array(
    z.object({
      policy: z.string(),
      version: z.number(),
      versions: z.number(),
      effective_at: z.string(),
      next_at: z.string().nullable(),
      settings: Settings,
    }),
  ),
  coming: z.array(z.object({ policy: z.string(), effective_at: z.string(), settings: z.looseObject({ removed: z.boolean().optional() }) })),
  default: Settings,
});

/** The answer of GET /v1/policies as a table, in the order in which they are tried. */
export function policyTable(text: string): string {
  const { as_of, policies, coming, default: otherwise } = Listed.parse(JSON.parse(text));
  const head = ['order', 'policy', 'version', 'in force since', 'next', 'matches', 'answer s', 'contact s', 'steps'];
  const rows = policies.map(({ policy, version, versions, effective_at, next_at, settings }) => [
    String(settings.order),
    policy,
    `${version} of ${versions}`,
    effective_at,
    next_at ?? '–',
    ...told(settings),
  ]);
  const last = ['–', '(default)', '–', '–', '–', ...told(otherwise)];
  const later = coming.map(({ policy, effective_at, settings }) =>
    settings.removed ? `${policy} is taken away at ${effective_at}\n` : `${policy} is set anew at ${effective_at}\n`,
  );
  return `${layOut([head, ...rows, last])}${later.join('')}(as of ${as_of}; a lead is judged by the first that matches it)\n`;
}

/** What they say, whole and in the order in which it is listed. */
const Said = z.object({
  policies: z.array(z.object({ policy: z.string(), versions: z.number(), settings: z.record(z.string(), z.unknown()) })),
});

/** The same as a file that `policy apply` takes, and by which it would change nothing; each begins with its id, and with what was seen of it. */
export const policiesOf = (text: string, withSeen = false): readonly unknown[] =>
  Said.parse(JSON.parse(text)).policies.map(({ policy, versions, settings }) => ({
    policy,
    ...(withSeen && { seen: versions }),
    ...settings,
  }));

const told = ({ match, targets, steps }: z.output<typeof Settings>): readonly string[] => [
  matched(match),
  String(targets.answer_s ?? '–'),
  String(targets.contact_s ?? '–'),
  steps.length === 0 ? 'due' : steps.map(({ id }) => id).join(', '),
];

function matched(match: Readonly<Record<string, readonly string[]>>): string {
  const parts = Object.entries(match).map(([field, values]) => `${field} ${values.length === 0 ? 'none' : values.join(' or ')}`);
  return parts.length === 0 ? 'any lead' : parts.join(', ');
}
