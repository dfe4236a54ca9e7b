import { isMap, isNode, isScalar, isSeq, LineCounter, type Node, parseAllDocuments } from 'yaml';

/** Where in a file, and what: the line, the field (null: the whole entry), what is wrong with it and what is allowed. */
export interface LineProblem {
  readonly line: number;
  readonly field: string | null;
  readonly problem: string;
}

/** One thing of a file, as plain JSON. */
export interface YamlEntry {
  /** on which it begins */
  readonly line: number;
  readonly written: unknown;
  /** the line of a place in it, or of the last on the way there that is written */
  lineOf(path: readonly PropertyKey[]): number;
}

export interface YamlEntries {
  readonly entries: readonly YamlEntry[];
  /** what is no YAML; documents that have any give no entry */
  readonly problems: readonly LineProblem[];
}

/** The entries of a YAML file: one, a list of them, or several documents of these. */
export function yamlEntries(text: string): YamlEntries {
  const lines = new LineCounter();
  const documents = parseAllDocuments(text, { lineCounter: lines, prettyErrors: false });
  const lineAt = (node: unknown, otherwise: number): number => (isNode(node) && node.range ? lines.linePos(node.range[0]).line : otherwise);
  if ('empty' in documents) return { entries: [], problems: [] };
  const problems: LineProblem[] = [];
  const entries: YamlEntry[] = [];
  for (const document of documents) {
    for (const { pos, message } of document.errors) problems.push({ line: lines.linePos(pos[0]).line, field: null, problem: message });
    if (document.errors.length > 0) continue;
    for (const node of entriesOf(document.contents)) {
      const line = lineAt(node, 1);
      const written: unknown = isNode(node) ? node.toJS(document) : node;
      entries.push({ line, written, lineOf: (path) => lineAt(placeOf(node, path), line) });
    }
  }
  return { entries, problems };
}

function entriesOf(contents: Node | null): readonly unknown[] {
  if (isSeq(contents)) return contents.items;
  return contents === null || (isScalar(contents) && contents.value === null) ? [] : [contents];
}

/** The node at a path, or the last one on the way that is there. */
function placeOf(node: unknown, path: readonly PropertyKey[]): unknown {
  let place = node;
  for (const key of path) {
    const next: unknown = isMap(place) || isSeq(place) ? place.get(key, true) : undefined;
    if (!isNode(next)) return place;
    place = next;
  }
  return place;
}
