import { type PolicyEntry, readPolicyEntry } from '@leadclock/domain/configuration/policy-entry.js';
import { isMap, isNode, isScalar, isSeq, LineCounter, type Node, parseAllDocuments } from 'yaml';

/** A policy of a file, and the line of what stands in it at a path such as `$.steps[0].notify`. */
export interface PlacedPolicy extends PolicyEntry {
  readonly lineAt: (path: string) => number;
}

/** What is wrong in a file: the line, and what is wrong there with the field. */
export interface PolicyFault {
  readonly line: number;
  readonly problem: string;
}

export type PolicyFile =
  | { readonly ok: true; readonly policies: readonly PlacedPolicy[] }
  | { readonly ok: false; readonly faults: readonly PolicyFault[] };

/** Reads a file of policies (YAML: one, a list of them, or several documents of these); all that is wrong is named at once. */
export function readPolicies(text: string): PolicyFile {
  const lines = new LineCounter();
  const documents = parseAllDocuments(text, { lineCounter: lines, prettyErrors: false });
  const faults: PolicyFault[] = [];
  const policies: PlacedPolicy[] = [];
  const seen = new Map<string, number>();
  const lineOf = (node: unknown, otherwise = 1): number => (isNode(node) && node.range ? lines.linePos(node.range[0]).line : otherwise);
  for (const document of 'empty' in documents ? [] : documents) {
    for (const { pos, message } of document.errors) faults.push({ line: lines.linePos(pos[0]).line, problem: message });
    if (document.errors.length > 0) continue;
    for (const node of entriesOf(document.contents)) {
      const line = lineOf(node);
      const lineAt = (path: string): number => lineOf(placeOf(node, path), line);
      const read = readPolicyEntry(isNode(node) ? node.toJS(document) : node);
      if (!read.ok) {
        for (const { path, problem } of read.problems) faults.push({ line: lineAt(path), problem: `${path} ${problem}` });
        continue;
      }
      const { policy } = read.entry;
      const before = seen.get(policy);
      if (before === undefined) policies.push({ lineAt, ...read.entry });
      else faults.push({ line, problem: `is the policy ${policy} of line ${before} again; keep one of them` });
      seen.set(policy, before ?? line);
    }
  }
  if (faults.length > 0) return { ok: false, faults: faults.toSorted((a, b) => a.line - b.line) };
  return policies.length === 0 ? { ok: false, faults: [{ line: 1, problem: 'the file holds no policy' }] } : { ok: true, policies };
}

function entriesOf(contents: Node | null): readonly unknown[] {
  if (isSeq(contents)) return contents.items;
  return contents === null || (isScalar(contents) && contents.value === null) ? [] : [contents];
}

/** The node at a path such as `$.steps[0].notify`, or the last one on the way that is there. */
function placeOf(node: unknown, path: string): unknown {
  let place = node;
  for (const [, name, index] of path.matchAll(/\.([^.[\]]+)|\[(\d+)\]/g)) {
    const next: unknown = isMap(place) || isSeq(place) ? place.get(index === undefined ? name : Number(index), true) : undefined;
    if (!isNode(next)) return place;
    place = next;
  }
  return place;
}
