/** Policies of a text in YAML (one, a list, or several documents), as JSON; else where it is no YAML. */
export type YamlRead = { readonly ok: true; readonly policies: readonly unknown[] } | { readonly ok: false; readonly problem: string };

/** What reads YAML is fetched once somebody has some. */
export async function readYaml(text: string): Promise<YamlRead> {
  const { parseAllDocuments } = await import('yaml');
  const documents = parseAllDocuments(text, { prettyErrors: true });
  if ('empty' in documents) return { ok: true, policies: [] };
  const [error] = documents.flatMap((document) => document.errors);
  if (error !== undefined) return { ok: false, problem: error.message.split('\n')[0] ?? error.message };
  return {
    ok: true,
    policies: documents.flatMap((document): readonly unknown[] => {
      const told: unknown = document.toJS();
      return told === null ? [] : Array.isArray(told) ? told : [told];
    }),
  };
}
