import type { RangesMessages } from './ranges.en.ts';

export const rangesJa: RangesMessages = {
  span: '期間',
  spans: { day: '日', week: '週', month: '月', range: '期間を指定' },
  weekBy: { day: '1日', hour: '1時間' },
  hoursHint: '1日のはじめと終わりで、どの日も出入りのなかった時間帯は省いています。',
  hoursHintOpen: '1日のはじめと終わりで、どの日も営業時間外で出入りもなかった時間帯は省いています。',
  shown: '表示中の期間',
  previous: { day: '前の日', week: '前の週', month: '前の月', range: '前の期間' },
  next: { day: '次の日', week: '次の週', month: '次の月', range: '次の期間' },
  period: (from, to) => `${from}〜${to}`,
  total: '期間の合計',
  broken: (days) =>
    `◆ ${days}：計測ライン・ゾーン・数え方・検出モデルのいずれかが変わりました。前後の数値はつながりません。`,
  whyCoverage: (percent) =>
    `計測率：計測できた秒数÷経過した秒数です。この期間は${percent}です。計測できなかった時間は除き、推計で埋めることはしません。`,
  configChanged:
    'この期間に計測ライン・ゾーン・数え方・検出モデルのいずれかが変わりました（◆）。前後の数値は比べられないことがあります。',
  pattern: '曜日と時間帯ごとの入店数',
  patternHint: '1時間あたりの平均です。1時間を通して計測できなかった時間は除きます。',
  patternHintOpen: '1時間あたりの平均です。営業時間外と、営業中に計測できなかった時間がある1時間は除きます。',
  closedMark: '休',
  patternNone: '計測していません',
  weekday: '曜日',
  weekdays: ['月', '火', '水', '木', '金', '土', '日'],
  hour: (hour) => `${hour}時`,
};
