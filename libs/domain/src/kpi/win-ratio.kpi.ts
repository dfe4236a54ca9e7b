import { dealDimensions } from './dimension.js';
import { defineKpi } from './kpi.js';
import { winRatioTallies } from './win-ratio.tally.js';

/**
 * Won / (won + lost) by deals, at the close, with `won` and `lost`. `by_value` = won amount / amount of both over closed
 * deals that have an amount, in the site's currency; an amount without a rate is left out of it alone; null when no lost
 * deal has one. Unit: a ratio 0..1. Source: KPIS.md, Closing.
 * Odd data: a deal won or lost again counts once, at the first; negative amounts count in `by_value` as they are, which is null where those won
 * or those lost come to less than nothing.
 */
export const winRatio = defineKpi({
  name: 'win-ratio',
  version: 1,
  unit: 'ratio',
  better: 'more',
  words: {
    en: {
      title: 'Win ratio',
      formula: 'Won / (won + lost) deals; by value: won amount / amount of both.',
      example: 'Two won, three lost: 0.4.',
    },
    es: {
      title: 'Tasa de cierre ganado',
      formula: 'Negocios ganados / (ganados + perdidos); por valor: importe ganado / importe de ambos.',
      example: 'Dos ganados, tres perdidos: 0,4.',
    },
    ru: {
      title: 'Доля выигранных',
      formula: 'Выигранные / (выигранные + проигранные) сделки; по сумме: выигранная сумма / сумма тех и других.',
      example: 'Две выиграны, три проиграны: 0,4.',
    },
  },
  filled: () => '{won} / ({won} + {lost})',
  reads: ['close'],
  dimensions: dealDimensions,
  money: true,
  tallies: (_asking, context) => winRatioTallies(context),
});
