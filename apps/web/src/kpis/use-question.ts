import { useMemo } from 'react';
import { type To, useNavigate, useSearchParams } from 'react-router';
import type { Definition } from './answers.js';
import { type Question, readQuestion } from './question.js';
import { readView, type View, writeView } from './view.js';

export type Change<T> = Readonly<Partial<T>>;

/** What the address asks and shows, and the ways to other questions and views. */
export function useQuestion(definition: Definition) {
  const [params] = useSearchParams();
  const navigate = useNavigate();
  return useMemo(() => {
    const question = readQuestion(definition.name, params, Object.keys(definition.parameters));
    const view = readView(params);
    const to = (asked: Question, seen: View): To => ({ search: `?${writeView(params, asked, seen).toString()}` });
    return {
      question,
      view,
      /** another question has other groups: what was chosen among the old ones is let go */
      ask: (change: Change<Question>): void => {
        const sort = change.by === undefined ? view.sort : null;
        void navigate(to({ ...question, ...change }, { ...view, group: null, excluded: null, lead: null, sort }));
      },
      look: (change: Change<View>): void => void navigate(to(question, { ...view, ...change })),
      toView: (change: Change<View>): To => to(question, { ...view, ...change }),
    };
  }, [definition, params, navigate]);
}
