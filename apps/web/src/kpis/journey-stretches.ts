import type { Stretch } from '../team/journey-bar.js';
import { legNames } from '../team/journey-words.js';
import type { Way } from './journey.js';

/** The stretches of many leads as one bar: of each the system's time, then people's. Their numbers are those of the stretches in their order. */
export const stretchesOf = ({ legs }: Way): readonly Stretch[] =>
  legNames.flatMap((leg, index) => {
    const found = legs.find((one) => one.leg === leg);
    if (found === undefined) return [];
    return [
      { leg, seconds: found.system_s, by: 'system', number: index + 1 },
      { leg, seconds: found.human_s, by: 'human', number: index + 1 },
    ];
  });
