import { leadDimensions } from './dimension.js';
import { defineKpi } from './kpi.js';
import { LatenessTally } from './lateness.tally.js';

/**
 * Raised − due of the alerts whose deadline lies in the window, and beside it `shown_median` and `shown_p95`: first shown − due, of those
 * that were shown by `as_of`. Unit: seconds. Rep: the owner when the alert was raised.
 */
export const alertLateness = defineKpi({
  name: 'alert-lateness',
  version: 1,
  unit: 's',
  better: 'less',
  words: {
    en: {
      title: 'Alert lateness',
      formula: 'Raised − due of the alerts whose deadline lies in the window; beside it, shown − due of those that were shown.',
      example: 'Due 09:05:00.000, raised 09:05:00.020: 0.02 s.',
    },
    es: {
      title: 'Demora de las alertas',
      formula:
        'Emitida − vencimiento de las alertas cuyo plazo cae en la ventana; al lado, mostrada − vencimiento de las que se mostraron.',
      example: 'Vence a las 09:05:00,000, emitida a las 09:05:00,020: 0,02 s.',
    },
    ru: {
      title: 'Задержка оповещений',
      formula: 'Создано − срок для оповещений, срок которых попадает в период; рядом — показано − срок для показанных.',
      example: 'Срок 09:05:00,000, создано 09:05:00,020: 0,02 с.',
    },
  },
  reads: ['alert'],
  dimensions: leadDimensions,
  tallies: () => () => new LatenessTally(),
});
