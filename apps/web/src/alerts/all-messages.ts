import type { Messages } from '@lingui/core';
import type { Language } from '../i18n/locale.js';
import { messages as alertsEn } from '../locales/alerts/en.po';
import { messages as alertsEs } from '../locales/alerts/es.po';
import { messages as alertsRu } from '../locales/alerts/ru.po';
import { messages as calendarsEn } from '../locales/calendars/en.po';
import { messages as calendarsEs } from '../locales/calendars/es.po';
import { messages as calendarsRu } from '../locales/calendars/ru.po';
import { messages as formEn } from '../locales/form/en.po';
import { messages as formEs } from '../locales/form/es.po';
import { messages as formRu } from '../locales/form/ru.po';
import { messages as policiesEn } from '../locales/policies/en.po';
import { messages as policiesEs } from '../locales/policies/es.po';
import { messages as policiesRu } from '../locales/policies/ru.po';
import { messages as staffingEn } from '../locales/staffing/en.po';
import { messages as staffingEs } from '../locales/staffing/es.po';
import { messages as staffingRu } from '../locales/staffing/ru.po';
import { messages as waysEn } from '../locales/ways/en.po';
import { messages as waysEs } from '../locales/ways/es.po';
import { messages as waysRu } from '../locales/ways/ru.po';
import { messages as whatIfEn } from '../locales/what-if/en.po';
import { messages as whatIfEs } from '../locales/what-if/es.po';
import { messages as whatIfRu } from '../locales/what-if/ru.po';

/** The words of all parts of these pages; each part has a catalogue of its own. */
export const allMessages: Readonly<Record<Language, Messages>> = {
  en: { ...alertsEn, ...formEn, ...policiesEn, ...calendarsEn, ...waysEn, ...whatIfEn, ...staffingEn },
  es: { ...alertsEs, ...formEs, ...policiesEs, ...calendarsEs, ...waysEs, ...whatIfEs, ...staffingEs },
  ru: { ...alertsRu, ...formRu, ...policiesRu, ...calendarsRu, ...waysRu, ...whatIfRu, ...staffingRu },
};
