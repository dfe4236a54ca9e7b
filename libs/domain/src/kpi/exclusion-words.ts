import type { Language } from './words.js';

type Said = Readonly<Record<Language, string>>;

/** Why a row is left out of a number: the reasons that answers count under `excluded`, in words. */
const exclusions: Readonly<Record<string, Said>> = {
  unanswered: { en: 'not answered by then', es: 'sin respuesta hasta entonces', ru: 'нет ответа к этому моменту' },
  before_arrival: {
    en: 'only touched before it arrived',
    es: 'contactado solo antes de su llegada',
    ru: 'касания были только до поступления',
  },
  no_arrival: { en: 'the lead has not arrived', es: 'el lead no ha llegado', ru: 'лид не поступил' },
  unassigned: { en: 'nobody owned it', es: 'no lo tenía nadie asignado', ru: 'ни за кем не закреплён' },
  pending: { en: 'its deadline lies ahead', es: 'su plazo aún no ha vencido', ru: 'срок ещё не наступил' },
  closed_before_deadline: {
    en: 'closed before its deadline, without an answer',
    es: 'cerrado antes de su plazo, sin respuesta',
    ru: 'закрыт до срока без ответа',
  },
  none: { en: 'no meeting by then', es: 'sin reunión hasta entonces', ru: 'встречи к этому моменту нет' },
  self_booked: { en: 'booked by the lead itself', es: 'reservada por el propio lead', ru: 'лид записался сам' },
  open: { en: 'still in it', es: 'sigue en ella', ru: 'ещё на этапе' },
  unknown_stage: { en: 'a stage that its pipeline lacks', es: 'una etapa que no está en su embudo', ru: 'этапа нет в воронке' },
  no_amount: { en: 'without an amount', es: 'sin importe', ru: 'сумма не указана' },
  no_rate: {
    en: 'no exchange rate of the week before',
    es: 'sin tipo de cambio de la última semana',
    ru: 'нет курса валюты за последнюю неделю',
  },
  no_opening: { en: 'its opening is not known', es: 'no consta su apertura', ru: 'открытие неизвестно' },
  no_contact: { en: 'no contact before the win', es: 'sin contacto antes de ganarlo', ru: 'контакта до выигрыша не было' },
  negative: { en: 'it would end before it began', es: 'terminaría antes de empezar', ru: 'конец раньше начала' },
  too_long: { en: 'spread over more than ten years', es: 'repartido en más de diez años', ru: 'растянуто больше чем на десять лет' },
  reversed_range: {
    en: 'spent over a range that ends before it begins',
    es: 'gastado en un periodo que termina antes de empezar',
    ru: 'потрачено за срок, который кончается раньше, чем начинается',
  },
  not_live: { en: 'what is changed was not live', es: 'lo que cambia no estaba activo', ru: 'изменено то, что не действовало' },
  currency_changed: { en: 'its currency changed', es: 'cambió de moneda', ru: 'сменилась валюта' },
  after_start: { en: 'told after the period began', es: 'comunicado con el periodo ya empezado', ru: 'сообщено после начала периода' },
  after_period: { en: 'told after the period ended', es: 'comunicado con el periodo ya terminado', ru: 'сообщено после конца периода' },
};

/** A reason in words; one that has none stands as it is written. */
export function exclusionWords(reason: string, language: Language): string {
  return Object.hasOwn(exclusions, reason) ? (exclusions[reason]?.[language] ?? reason) : reason.replaceAll('_', ' ');
}

/** The reasons that have words. */
export const knownExclusions: readonly string[] = Object.keys(exclusions);
