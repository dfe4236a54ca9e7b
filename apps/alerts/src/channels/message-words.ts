import { EVERYBODY } from '@leadclock/domain/alerts/everybody.js';
import { CALL_BACK } from '@leadclock/domain/lead/call-back.js';
import { messageLanguages } from '@leadclock/domain/ways/asked-way.js';
import type { AlertMessage } from './alert-message.js';

/** An alert in somebody's language: what happened in one line, then what there is to know and do. */
export interface Wording {
  readonly subject: string;
  readonly lines: readonly string[];
  /** words of the link to the lead; null: there is none */
  readonly open: string | null;
}

interface Words {
  readonly late: (lead: string) => string;
  readonly ahead: (lead: string, at: string) => string;
  readonly contact: (lead: string) => string;
  readonly callBack: (lead: string, at: string) => string;
  readonly retracted: (lead: string) => string;
  readonly noCall: (lead: string) => string;
  readonly test: string;
  readonly deadline: (at: string) => string;
  readonly nobodys: string;
  readonly yours: string;
  readonly nothingToDo: string;
  readonly works: string;
  readonly open: string;
}

type MessageLanguage = (typeof messageLanguages)[number];

const words: Readonly<Record<MessageLanguage, Words>> = {
  en: {
    late: (lead) => `Lead ${lead} is late: nobody has answered it`,
    ahead: (lead, at) => `Lead ${lead} must be answered by ${at}`,
    contact: (lead) => `Lead ${lead} was answered, but nobody has spoken with it yet`,
    callBack: (lead, at) => `Call lead ${lead} back: promised for ${at}`,
    retracted: (lead) => `Taken back: lead ${lead} is not late`,
    noCall: (lead) => `Taken back: lead ${lead} need not be called back`,
    test: 'A test message from Leadclock',
    deadline: (at) => `Its deadline was ${at}.`,
    nobodys: 'Nobody has it yet: whoever takes it first has it.',
    yours: 'The lead is yours.',
    nothingToDo: 'The alert was wrong: something that had been done in time has become known. There is nothing to do.',
    works: 'Alerts reach you this way.',
    open: 'Open the lead',
  },
  es: {
    late: (lead) => `El lead ${lead} lleva retraso: nadie lo ha respondido`,
    ahead: (lead, at) => `El lead ${lead} debe responderse antes de: ${at}`,
    contact: (lead) => `El lead ${lead} ya tiene respuesta, pero aún nadie ha hablado con él`,
    callBack: (lead, at) => `Toca devolver la llamada al lead ${lead}: se prometió para ${at}`,
    retracted: (lead) => `Aviso retirado: el lead ${lead} no lleva retraso`,
    noCall: (lead) => `Aviso retirado: no hace falta devolver la llamada al lead ${lead}`,
    test: 'Mensaje de prueba de Leadclock',
    deadline: (at) => `Su plazo venció: ${at}.`,
    nobodys: 'Aún no es de nadie: será de quien lo tome primero.',
    yours: 'El lead es suyo.',
    nothingToDo: 'El aviso era erróneo: se ha sabido de algo que se hizo a tiempo. No hay que hacer nada.',
    works: 'Los avisos le llegan por esta vía.',
    open: 'Abrir el lead',
  },
  ru: {
    late: (lead) => `Лид ${lead} просрочен: на него никто не ответил`,
    ahead: (lead, at) => `На лид ${lead} нужно ответить до: ${at}`,
    contact: (lead) => `Лиду ${lead} ответили, но с ним ещё никто не поговорил`,
    callBack: (lead, at) => `Пора перезвонить лиду ${lead}: обещали на ${at}`,
    retracted: (lead) => `Отмена: лид ${lead} не просрочен`,
    noCall: (lead) => `Отмена: лиду ${lead} перезванивать не нужно`,
    test: 'Пробное сообщение от Leadclock',
    deadline: (at) => `Срок ответа истёк: ${at}.`,
    nobodys: 'Он пока ничей: достанется тому, кто возьмёт его первым.',
    yours: 'Это ваш лид.',
    nothingToDo: 'Оповещение было ошибочным: стало известно о том, что сделали вовремя. Делать ничего не нужно.',
    works: 'Оповещения приходят к вам этим путём.',
    open: 'Открыть лид',
  },
};

/** Where and how times are written. */
export interface Place {
  /** IANA */
  readonly zone: string;
  /** the site's, for example es-MX: its ways of writing hold where its language is spoken */
  readonly locale: string | null;
}

/** The language in which somebody is told who asks for that one; English where we do not speak it. */
export const spokenBy = (language: string): MessageLanguage => messageLanguages.find((one) => one === language) ?? 'en';

/** What an alert says to people; an unknown language is English. */
export function wordingOf(
  { says, lead, step, dueAt, targetAt, to, isYours, isTaken }: AlertMessage,
  language: string,
  place: Place,
): Wording {
  const spoken = spokenBy(language);
  const said = words[spoken];
  const at = timeText(targetAt ?? dueAt, spoken, place);
  const whose = isYours === true ? [said.yours] : to === EVERYBODY && isTaken !== true ? [said.nobodys] : [];
  switch (says) {
    case 'late':
      return { subject: said.late(lead), lines: [said.deadline(at), ...whose], open: said.open };
    case 'ahead':
      return { subject: said.ahead(lead, at), lines: whose, open: said.open };
    case 'contact':
      return { subject: said.contact(lead), lines: whose, open: said.open };
    case 'call_back':
      return { subject: said.callBack(lead, timeText(dueAt, spoken, place)), lines: [], open: said.open };
    case 'resolved':
    case 'retracted':
      return { subject: step === CALL_BACK ? said.noCall(lead) : said.retracted(lead), lines: [said.nothingToDo], open: said.open };
    case 'test':
      return { subject: said.test, lines: [said.works], open: null };
  }
}

/** With its zone: who reads it may be elsewhere. */
function timeText(at: number, language: MessageLanguage, { zone, locale }: Place): string {
  const region = locale?.toLowerCase().startsWith(`${language}-`) ? locale : language === 'en' ? 'en-GB' : language;
  const format = new Intl.DateTimeFormat(region, { dateStyle: 'medium', timeStyle: 'short', timeZone: zone });
  return `${format.format(at)} (${zone})`;
}
