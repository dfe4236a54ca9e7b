import type { Random } from './random.js';

type Names = readonly [string, ...string[]];

interface Tongue {
  readonly language: 'en' | 'es' | 'ru';
  readonly first: Names;
  readonly last: Names;
  /** area codes that are given to nobody: no play may ring at a real person's */
  readonly phone: (digits: string) => string;
  readonly messages: Names;
}

const english: Tongue = {
  language: 'en',
  first: ['Emma', 'Oliver', 'Grace', 'Jack', 'Amelia', 'Noah', 'Chloe', 'Ethan', 'Ruby', 'Liam', 'Alice', 'Henry', 'Zoe', 'Samuel'],
  last: ['Clark', 'Hughes', 'Bennett', 'Walsh', 'Foster', 'Murray', 'Palmer', 'Doyle', 'Barnes', 'Sutton', 'Fletcher', "O'Neill"],
  phone: (digits) => `+1 202 555 01${digits.slice(0, 2)}`,
  messages: [
    'Could somebody call me about prices for ten people?',
    'We would like to see the product next week.',
    'Is there a discount for schools?',
    'We are leaving our present supplier in March.',
  ],
};
const spanish: Tongue = {
  language: 'es',
  first: [
    'María',
    'Carlos',
    'Lucía',
    'Javier',
    'Sofía',
    'Andrés',
    'Valentina',
    'Diego',
    'Paula',
    'Iván',
    'Elena',
    'Raúl',
    'Camila',
    'Ángel',
  ],
  last: ['Fernández', 'Morales', 'García', 'Núñez', 'Ortiz', 'Castillo', 'Ibáñez', 'Ramos', 'Vega', 'Muñoz', 'Herrera', 'Peña'],
  phone: (digits) => `+34 000 ${digits.slice(0, 3)} ${digits.slice(3, 6)}`,
  messages: [
    '¿Me pueden llamar esta tarde, por favor?',
    'Queremos un presupuesto para veinte personas.',
    '¿Tienen una versión de prueba?',
    'Me interesa el plan anual, ¿qué incluye?',
  ],
};
const russian: Tongue = {
  language: 'ru',
  first: ['Анна', 'Дмитрий', 'Ольга', 'Сергей', 'Мария', 'Алексей', 'Екатерина', 'Павел', 'Наталья', 'Игорь', 'Юлия', 'Михаил'],
  last: ['Соколова', 'Волков', 'Орлова', 'Лебедев', 'Морозова', 'Егоров', 'Павлова', 'Козлов', 'Зайцева', 'Белов', 'Новикова', 'Крылов'],
  phone: (digits) => `+7 000 555 ${digits.slice(0, 2)} ${digits.slice(2, 4)}`,
  messages: [
    'Перезвоните мне, пожалуйста, после обеда.',
    'Нужен расчёт на пятнадцать сотрудников.',
    'Можно ли посмотреть демонстрацию на этой неделе?',
    'Интересует годовая подписка.',
  ],
};

export interface Person {
  readonly contact: { readonly name: string; readonly email: string; readonly phone: string; readonly language: string };
  readonly message: string;
}

/** Somebody who asks: no real person, at an address and a number that reach nobody. */
export function drawPerson(random: Random, lead: string): Person {
  const { language, first, last, phone, messages } = random.weighted([
    { value: spanish, weight: 4 },
    { value: english, weight: 3.5 },
    { value: russian, weight: 2.5 },
  ]);
  const own = random.whole(first.length);
  // names of Russian women and men end differently: the lists alternate in step
  const family = language === 'ru' ? (random.whole(last.length / 2) * 2 + (own % 2)) % last.length : random.whole(last.length);
  const digits = String(100_000 + random.whole(900_000));
  return {
    contact: { name: `${first[own] ?? first[0]} ${last[family] ?? last[0]}`, email: `${lead}@example.com`, phone: phone(digits), language },
    message: random.pick(messages),
  };
}
