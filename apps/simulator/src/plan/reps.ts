/** How a rep goes about it. */
export interface Habit {
  /** seconds until he answers, as a median */
  readonly pace: number;
  /** share of his leads that he forgets for longer than the target */
  readonly forgets: number;
  /** how often he is the one who takes a lead, against the others */
  readonly eager: number;
  /** how often he tries again after nobody answered */
  readonly tries: number;
  /** share of the deals at their last stage that he wins */
  readonly wins: number;
}

export interface Rep {
  readonly id: string;
  readonly name: string;
  readonly team: string;
  readonly habit: Habit;
}

const fast: Habit = { pace: 62, forgets: 0.03, eager: 1.5, tries: 3, wins: 0.62 };
const steady: Habit = { pace: 118, forgets: 0.06, eager: 1.1, tries: 3, wins: 0.58 };
const slow: Habit = { pace: 178, forgets: 0.1, eager: 0.8, tries: 2, wins: 0.5 };
const forgetful: Habit = { pace: 130, forgets: 0.2, eager: 0.6, tries: 1, wins: 0.4 };
const habits = [fast, steady, slow, steady, fast, forgetful, steady, slow] as const;

const names = [
  ['ana', 'Ana Ruiz'],
  ['luis', 'Luis Ortega'],
  ['mark', 'Mark Ellis'],
  ['olga', 'Ольга Соколова'],
  ['carmen', 'Carmen Vidal'],
  ['dmitri', 'Дмитрий Волков'],
  ['jane', 'Jane Porter'],
  ['pablo', 'Pablo Serrano'],
  ['nina', 'Нина Орлова'],
  ['tom', 'Tom Whelan'],
  ['irene', 'Irene Salas'],
  ['max', 'Max Keller'],
] as const;

export const teams = [
  { id: 'new-business', name: 'New business' },
  { id: 'partners', name: 'Partners' },
] as const;

/** Three of five reps are in the first team; beyond the names that there are, reps are numbered. */
export function repsOf(count: number): readonly [Rep, ...Rep[]] {
  const rep = (i: number): Rep => {
    const [id, name] = names[i] ?? [`rep-${i + 1}`, `Rep ${i + 1}`];
    return { id, name, team: i % 5 < 3 ? teams[0].id : teams[1].id, habit: habits[i % habits.length] ?? steady };
  };
  const [first = rep(0), ...others] = Array.from({ length: count }, (_, i) => rep(i));
  return [first, ...others];
}
