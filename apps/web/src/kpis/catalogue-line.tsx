import { useEffect, useRef } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useAnswerWords } from './answer-words.js';
import type { Answer, Definition } from './answers.js';
import { isSmall } from './group-order.js';
import { currencyOf } from './parts.js';
import { useQuestionWords } from './question-words.js';
import { useKpiFormats } from './use-kpi-formats.js';
import { useMemberWords } from './use-member-words.js';

interface LineProps {
  readonly kpi: Definition;
  /** null: not there yet */
  readonly answer: Answer | null;
  /** called once it has come into view */
  readonly onSeen: () => void;
}

/** One number of the catalogue, and what it says today. */
export function CatalogueLine({ kpi, answer, onSeen }: LineProps) {
  const line = useSeen(onSeen);
  const words = useAnswerWords();
  const [params] = useSearchParams();
  const language = params.get('lang');
  const search = new URLSearchParams({
    ...(kpi.shape === 'flow' ? { window: 'today' } : {}),
    ...(language === null ? {} : { lang: language }),
  });
  return (
    <li ref={line}>
      <Link className="kpi-line" to={{ pathname: `/kpis/${kpi.name}`, search: search.toString() }}>
        <span className="kpi-words">
          <b>{kpi.title}</b>
          <span>{kpi.formula}</span>
        </span>
        <span className="kpi-unit">{words.unit(kpi.unit)}</span>
        <Now kpi={kpi} answer={answer} />
      </Link>
    </li>
  );
}

function Now({ kpi, answer }: { kpi: Definition; answer: Answer | null }) {
  const format = useKpiFormats();
  const member = useMemberWords();
  const words = useQuestionWords();
  const [group] = answer?.groups ?? [];
  if (answer === null) return <span className="kpi-now bone" aria-hidden="true" />;
  if (group === undefined) return <span className="kpi-now" />;
  // a series (stages, bands) is told by its first member
  const series = Object.entries(group.key).map(([dimension, value]) => member(dimension, value));
  const when = [...series, words.window(kpi.shape === 'flow' ? 'today' : 'now')].join(', ');
  return (
    <span className={isSmall(group) ? 'kpi-now is-small' : 'kpi-now'}>
      <b>{format.value(group.value, { unit: kpi.unit, currency: currencyOf(group) })}</b>
      <span>{when}</span>
    </span>
  );
}

/** Calls once when the part has come into view. */
function useSeen(onSeen: () => void): React.RefObject<HTMLLIElement | null> {
  const part = useRef<HTMLLIElement>(null);
  const called = useRef(onSeen);
  called.current = onSeen;
  useEffect(() => {
    const node = part.current;
    if (node === null) return;
    const watch = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        watch.disconnect();
        called.current();
      },
      { rootMargin: '200px' },
    );
    watch.observe(node);
    return () => watch.disconnect();
  }, []);
  return part;
}
