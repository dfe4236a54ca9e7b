import type { BoardTile } from '@leadclock/live-protocol/board.js';
import { useLingui } from '@lingui/react/macro';
import { useFormattingLocale } from '../console/use-console.js';
import type { Definition } from '../kpis/answers.js';
import { NO_VALUE, type Question } from '../kpis/question.js';
import { useQuestionWords } from '../kpis/question-words.js';
import { useMemberWords } from '../kpis/use-member-words.js';
import { periodText } from './period-text.js';

/** What a tile asks, in a line: its period, by what, of whom alone, and the KPI's own parameters where they are not the usual. */
export function useTileWords(): (tile: BoardTile, question: Question, definition: Definition | undefined) => string {
  const { t } = useLingui();
  const words = useQuestionWords();
  const member = useMemberWords();
  const locale = useFormattingLocale();
  return ({ form, teams }, { window, from, to, asOf, by, filters, params }, definition) => {
    const dimensions = form === 'leaderboard' && teams ? by.map((one) => (one === 'rep' ? 'team' : one)) : by;
    const between = periodText(locale, from, to) ?? [from, to].map((time) => time?.slice(0, 10) ?? '').join(' – ');
    const always = definition === undefined ? '' : definition.shape === 'stock' ? words.window('now') : t`all time`;
    const when = window !== null ? words.window(window) : from !== null || to !== null ? between : asOf === null ? always : '';
    return [
      when,
      ...(asOf === null ? [] : [`${words.field('as_of', false)} ${asOf}`]),
      ...dimensions.map((dimension) => words.dimension(dimension)),
      ...Object.entries(filters).map(
        ([dimension, values]) =>
          `${words.dimension(dimension)}: ${values.map((value) => member(dimension, value === NO_VALUE ? null : value)).join(', ')}`,
      ),
      ...Object.entries(params).map(([name, value]) => `${words.parameter(name)}: ${words.choice(name, value)}`),
    ]
      .filter((part) => part !== '')
      .join(' · ');
  };
}
