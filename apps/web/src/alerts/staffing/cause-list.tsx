import type { Figures } from './staffing-answers.js';
import { useCauseWords } from './use-cause-words.js';
import { useWeekWords } from './use-week-words.js';

/** Why leads were late, the most first: how many, and what they fell into. */
export function CauseList({ causes }: Pick<Figures, 'causes'>) {
  const { number } = useWeekWords();
  const words = useCauseWords();
  return (
    <ul className="stf-causes">
      {causes.map(({ cause, late }) => (
        <li key={cause} className={cause === 'there' ? 'stf-cause' : 'stf-cause is-gap'}>
          <b>{number(late)}</b> {words(cause).title}
        </li>
      ))}
    </ul>
  );
}
