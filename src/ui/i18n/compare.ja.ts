import type { CompareMessages } from './compare.en.ts';

const points = (share: number): string => `${Math.abs(share * 100).toFixed(1)}ポイント`;

export const compareJa: CompareMessages = {
  error: (plusMinus, day) => `誤差 ±${plusMinus}、照合 ${day}`,
  unchecked: '誤差は未確認',
  occupancyAverage: '店内人数（平均）',
  occupancyMost: (people) => `最大${people}人`,
  occupancyEnd: (people, error) => `終わりは${people}人（${error}）`,
  captureRate: (percent) => `入店率 ${percent}`,
  plusMinus: (value) => `±${value}`,
  points,
  signedPoints: (share) => `${share > 0 ? '+' : share < 0 ? '−' : ''}${points(share)}`,
  title: 'くらべる',
  span: '期間',
  spans: { day: 'この日', week: 'この週', range: '選ぶ' },
  baseline: 'くらべる相手',
  baselines: {
    day: { before: '前の日', week: '前週の同じ曜日', year: '前年の同じ曜日', range: '選ぶ' },
    week: { before: '前の週', week: '前の週', year: '前年の同じ週', range: '選ぶ' },
    range: { before: 'すぐ前', week: '曜日をそろえて前', year: '前年の同じ曜日', range: '選ぶ' },
  },
  from: '開始日',
  to: '終了日',
  otherFrom: '相手の開始日',
  otherTo: '相手の終了日',
  period: (from, to) => (from === to ? from : `${from}〜${to}`),
  table: '2つの期間の数値',
  figure: '項目',
  difference: '差',
  interval: '差の幅（95 %）',
  verdict: '判定',
  figures: {
    in: '入店数',
    out: '退店数',
    passersby: '店前通行量',
    'capture-rate': '入店率',
    visits: '滞在回数',
    dwell: '滞在時間（中央値）',
    wait: '待ち時間（中央値）',
  },
  ofZone: (zone, figure) => `${zone}：${figure}`,
  difference100: (difference, share) => `${difference}（${share}）`,
  between: (from, to) => `${from}〜${to}`,
  verdicts: {
    'within-error': '誤差の範囲：差があるとは言えません',
    more: '増えています',
    less: '減っています',
    'not-checked': '誤差は未確認：判断できません',
    'nothing-counted': '0のため比べられません',
    changed: '測り方が違うため比べられません',
    'nothing-matched': '両方で計測できた時間がありません',
  },
  matched: (hours) => `両方で計測できた${hours}時間どうしを比べています。`,
  leftOut: (hours) =>
    `どちらかで計測できなかった時間と、まだ終わっていない時間（${hours}時間）は、両方から除きました。`,
  matchedOpen: (hours) => `両方で同じだけ営業し、両方で計測できた${hours}時間どうしを比べています。`,
  leftOutOpen: (hours) =>
    `どちらかで計測できなかったか、営業時間が違う時間と、まだ終わっていない時間（${hours}時間）は、両方から除きました。`,
  broken: '測り方の切れ目',
  brokenText: (list) =>
    `2つの期間のあいだか途中で、${list}が変わりました。数の違いは、お客様の増減ではなく測り方の違いかもしれません。`,
  changes: {
    lines: '計測ライン（マスク・検出範囲を含む）',
    zones: 'ゾーン',
    rules: '数え方',
    model: '検出モデル',
  },
  changesSeparator: '、',
  loading: '比べています…',
  failed: '数値を比べられませんでした。',
  empty: (period) => `${period}と両方で計測できた時間がないため、まだ比べられません。`,
  emptyHint:
    '計測を続けると、翌日には前の日と、1週間後には前週の同じ曜日と比べられます。記録のある期間を2つ選ぶこともできます。',
  emptyDemo:
    'デモ店舗にあるのは、開いてからの記録だけです。お店のカメラで計測すると、翌日には前の日と、1週間後には前週の同じ曜日と比べられます。',
  why: '差の幅は、実測照合でわかった数え間違いと偏りから求めた95 %の区間です。幅に0が入るときは、差があるとは言えません。ゾーンは照合していないため、差の有無を判断しません。少人数で出せない時間も、ゾーンの数値から除いています。',
};
