import type { HeatMessages } from './heat.en.ts';

export const heatJa: HeatMessages = {
  title: '滞在ヒートマップ',
  chooseCamera: 'カメラ',
  chooseGround: '表示する場所',
  grounds: { plan: '図面', picture: 'カメラの画面' },
  loading: '読み込んでいます…',
  noCamera: 'カメラがまだありません。',
  empty: 'まだ表示できる場所がありません',
  emptyHint:
    '1時間または1日のうちに5人以上が過ごしたマスに色が付きます。それより少ないとだれの時間かわかるおそれがあるため、記録しません。',
  legend: '延べ滞在時間（全員の合計）',
  band: (from, to) => `${from}〜${to}分`,
  least: (band) => `${band}（短い）`,
  most: (band) => `${band}（長い）`,
  few: '少人数のため非表示（0〜4人）',
  cellOnFloor: (metres) => `1マスは床の${metres}\u00a0m四方です。`,
  cellInPicture:
    '床の目印がないため、画面を等分したマス目で示します。奥へ行くほど、1マスの床は広くなります。',
  rule: 'マスの中にいた全員の時間の合計です。従業員の場所から現れた人は除きます。',
  measured: (duration) => `計測時間は${duration}です。`,
  measuredRate: (duration, percent) => `計測時間は${duration}、計測率は${percent}です。`,
  part: (duration) =>
    `このうち${duration}は、集計から除いた時間がある日の分です。その日は、除いた時間にかからない1時間ごとに、5人以上が過ごした場所だけを含みます。1日分にまとめた数値は、あとから分けられないためです。`,
  lost: (duration) =>
    `計測時間のうち${duration}は、1時間に5人以上が過ごした場所だけを含みます。残りは、アプリを閉じたり設定を変えたりしたときに、まとめる前だったため失われました。`,
  cut: 'カメラの向きや床の目印が変わる前の数値は、マス目が違うため含めていません。',
  notCalibrated:
    'この数値は床のマス目で記録していますが、いまはカメラに床の目印がありません。画面には重ねられないので、表でご覧ください。',
  stageLabel: (camera, place, minutes) =>
    `${camera}の滞在ヒートマップ。滞在がいちばん長い場所は${place}、延べ${minutes}分。上位10か所は表にあります。`,
  caption: '滞在の長い場所（上位10か所）',
  columns: ['順位', '場所', '延べ時間（分）', '表示中の割合'],
  rank: (n) => `${n}位`,
  total: '表示中の合計',
  outsideZones: 'ゾーンの外',
  inZone: (zone, place) => `${zone}（${place}）`,
  span: (from, to) => `${from}〜${to}`,
  offSpan: (from, to) => `${from}〜${to}`,
  floorPlace: (x, y) => `図面の左から${x} m・上から${y} m`,
  offPlan: (x, y) => `図面の外：左端から${x} m・上端から${y} m`,
  picturePlace: (column, row) => `画面の左から${column}列目・上から${row}段目`,
};
