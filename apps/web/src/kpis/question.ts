/** A question of one KPI as one plain value: what an address, a tile of a board and a request say alike. Times stand as they were given. */
export interface Question {
  readonly kpi: string;
  /** `today`, `7d` …; null: from and to, or all time */
  readonly window: string | null;
  /** RFC 3339, or a date */
  readonly from: string | null;
  readonly to: string | null;
  readonly asOf: string | null;
  readonly knownAt: string | null;
  readonly by: readonly string[];
  /** by dimension the values that pass; `null` is written for no value */
  readonly filters: Readonly<Record<string, readonly string[]>>;
  /** the KPI's own parameters, where they differ from the usual */
  readonly params: Readonly<Record<string, string>>;
}

/** One member of an answer: dimension → value. */
export type GroupKey = Readonly<Record<string, string | null>>;

/** The stretch over which the trend of a stock is shown where none is asked for. */
export const STOCK_WINDOW = '7d';

/** How no value is written in an address. */
export const NO_VALUE = 'null';

const times = { from: 'from', to: 'to', asOf: 'as_of', knownAt: 'known_at' } as const;
const general: readonly string[] = ['window', 'by', ...Object.values(times)];

/** What the address of a page says besides the question (`view.ts`), and the language. */
const notAsked: readonly string[] = ['view', 'in', 'out', 'bucket', 'sort', 'lead', 'lang'];

const listIn = (texts: readonly string[]): readonly string[] => [
  ...new Set(texts.flatMap((text) => text.split(',')).filter((value) => value !== '')),
];

/**
 * Reads a question from an address. `parameters`: the names of the KPI's own; every other name is taken for a dimension, also one that nobody
 * knows: the server then says what is wrong with it.
 */
export function readQuestion(kpi: string, address: URLSearchParams, parameters: readonly string[]): Question {
  const filters: Record<string, readonly string[]> = {};
  const params: Record<string, string> = {};
  for (const name of new Set(address.keys())) {
    if (general.includes(name) || notAsked.includes(name)) continue;
    const values = listIn(address.getAll(name));
    if (values.length === 0) continue;
    if (parameters.includes(name)) params[name] = values.join(',');
    else filters[name] = values;
  }
  const text = (name: string): string | null => address.get(name) || null;
  return {
    kpi,
    window: text('window'),
    from: text(times.from),
    to: text(times.to),
    asOf: text(times.asOf),
    knownAt: text(times.knownAt),
    by: listIn(address.getAll('by')),
    filters,
    params,
  };
}

/** The address of a question, shortest form, always in the same order: equal questions have equal addresses. */
export function writeQuestion(question: Question): URLSearchParams {
  const address = new URLSearchParams();
  const put = (name: string, value: string | null): void => {
    if (value !== null && value !== '') address.set(name, value);
  };
  put('window', question.window);
  put(times.from, question.from);
  put(times.to, question.to);
  put(times.asOf, question.asOf);
  put(times.knownAt, question.knownAt);
  put('by', question.by.join(','));
  const own = [
    ...Object.entries(question.params),
    ...Object.entries(question.filters).map(([name, values]) => [name, values.join(',')] as const),
  ];
  for (const [name, value] of own.sort(([a], [b]) => (a < b ? -1 : 1))) put(name, value);
  return address;
}

/** The same question about the leads of one group alone; what the group is keyed by and cannot be filtered by is left out. */
export function narrowed(question: Question, group: GroupKey, dimensions: readonly string[]): Question {
  const own = Object.entries(group).filter(([dimension]) => dimensions.includes(dimension));
  return {
    ...question,
    by: [],
    filters: { ...question.filters, ...Object.fromEntries(own.map(([name, value]) => [name, [value ?? NO_VALUE]])) },
  };
}

type PartOfAnswer = '' | '/rows' | '/trend' | '/compare' | '/explain' | '/milestones' | '/revisions';

/** Where a question is asked: the answer, or what stands behind it. */
export function pathOf(question: Question, part: PartOfAnswer = '', more: Readonly<Record<string, string>> = {}): string {
  const address = writeQuestion(question);
  for (const [name, value] of Object.entries(more)) address.set(name, value);
  const text = address.toString();
  return `/v1/kpis/${encodeURIComponent(question.kpi)}${part}${text === '' ? '' : `?${text}`}`;
}
