/** What a question came to: the body of a 200, or which parameter is wrong, why, and what it may be. */
export type Answered<T> = { readonly ok: true; readonly body: T } | ({ readonly ok: false } & Refusal);

export interface Refusal {
  readonly parameter: string;
  readonly problem: string;
  readonly allowed: readonly string[];
}

/** Query parameters as they come from a URL or from the command line. */
export type Params = Readonly<Record<string, string | readonly string[]>>;

/** Where the question is asked: the present instant, epoch milliseconds. */
export interface Here {
  readonly now: number;
}
