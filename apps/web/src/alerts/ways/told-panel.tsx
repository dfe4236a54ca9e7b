import { Plural, Trans } from '@lingui/react/macro';
import { Shape, type ShapeName } from '../../team/icons.js';
import { useChoices } from '../policies/policy-answers.js';
import { useWayWords } from './use-way-words.js';
import type { WayList } from './way-answers.js';

interface ToldProps {
  readonly list: WayList;
  /** sets up a way for somebody, in the words of ways; '': it is to be chosen */
  readonly onBegin: (listener: string) => void;
}

const MOST_NAMES = 6;

/** Whom the policies in force tell, and by what they hear it: first those whom nothing reaches. */
export function ToldPanel({ list, onBegin }: ToldProps) {
  const words = useWayWords(Date.parse(list.as_of));
  const { unheard, heard } = list;
  return (
    <section className="panel way-told" aria-labelledby="ways-told">
      <h2 id="ways-told">
        <Trans>Whom policies tell</Trans>
      </h2>
      <ul>
        {unheard.map(({ for: word, policies, reached_by }) => (
          <li key={word} data-reached={reached_by ?? 'nothing'}>
            <Who word={words.listener(word)} policies={words.policies(policies)} of={reached_by === null ? 'late' : 'soon'} />
            <span className="grow">{reached_by === null ? <Trans>Nothing reaches it.</Trans> : <Trans>Only on our pages.</Trans>}</span>
            <button type="button" className="btn btn-quiet" onClick={() => onBegin(wayFor(word))}>
              <Trans>Set up a way</Trans>
              <span className="vh">: {words.listener(word)}</span>
            </button>
          </li>
        ))}
        {heard.map(({ for: word, policies, ways }) => (
          <li key={word} data-reached="ways">
            <Who word={words.listener(word)} policies={words.policies(policies)} of="in" />
            <bdi className="grow">{words.list(ways)}</bdi>
          </li>
        ))}
      </ul>
      <Wayless list={list} />
    </section>
  );
}

const Who = ({ word, policies, of }: { word: string; policies: string; of: ShapeName }) => (
  <span className="way-who">
    <Shape of={of} />
    <span>
      <b>
        <bdi>{word}</bdi>
      </b>{' '}
      <span className="cap t2">
        <Trans>
          told by <bdi>{policies}</bdi>
        </Trans>
      </span>
    </span>
  </span>
);

/** Who has no way of his own among the reps: a way to another of them does not reach him. */
function Wayless({ list }: { list: WayList }) {
  const { reps } = useChoices();
  const words = useWayWords(Date.parse(list.as_of));
  const open = new Set(list.ways.filter(({ paused_at }) => paused_at === null).map((way) => way.for));
  const without = reps.filter(({ id }) => !open.has(`rep:${id}`));
  if (without.length === 0 || without.length === reps.length) return null;
  const more = without.length - MOST_NAMES;
  const names = words.list(without.slice(0, MOST_NAMES).map(({ name }) => name));
  return (
    <p className="cap t2">
      <Trans>
        Without a way of their own: <bdi>{names}</bdi>
      </Trans>
      {more > 0 && (
        <>
          {' '}
          <Plural value={more} one="and # more" other="and # more" />
        </>
      )}
    </p>
  );
}

/** Who owns a lead is told as a rep is; which of them the way is for has to be chosen. */
const wayFor = (word: string): string => (word === 'manager' ? 'manager:*' : /^(rep|screen|channel):/.test(word) ? word : '');
