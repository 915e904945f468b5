import type { PlanMessages } from './plan.en.ts';

export const planJa: PlanMessages = {
  choose: '見る場所',
  plan: '図面',
  planLabel: (people) => `店内の図面とゾーン：${people}人を点で表示しています`,
  planLabelHidden: '店内の図面とゾーン',
  inZone: (zone, people) => `${zone} ${people}人`,
  legend: 'ゾーンにいる人数',
  band: (from, to) => `${from}〜${to}人`,
  bandLast: (from) => `${from}人以上`,
};
