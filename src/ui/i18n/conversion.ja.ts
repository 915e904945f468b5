import type { ConversionMessages } from './conversion.en.ts';

export const conversionJa: ConversionMessages = {
  name: '買上率',
  title: '取引件数と買上率',
  open: '取引件数を入力する',
  teach: '下でその日の取引件数を入力すると出ます。',
  hint: 'レジを締めたときの、その営業日のレシートの枚数です。保存するのはこの数だけで、入力したことは記録簿に残ります。わからない日は空欄にしてください。',
  why: '買上率：取引件数÷入店数です。入店数から除いたスタッフは含みません。計測できなかった時間があると、実際より高く出ます。2回会計した人は2件と数えます。',
  transactions: (day) => `${day}の取引件数`,
  submit: '取引件数を保存する',
  saved: '保存しました。',
  invalid: '0から1,000,000までの整数を入力するか、空欄にしてください。',
  parts: (transactions, entered) => `取引${transactions}件÷入店${entered}人`,
  days: (days) => `${days}日分`,
  higher: (coverage) => `計測率が${coverage}の日があるため、実際より高く出ます`,
  leftOut: (days) => `営業が終わっていないか、計測のない${days}日を除きました`,
  pending: '営業日が終わるか、閉店すると出ます。',
  nobody: '入店した人が数えられていません。',
  sample:
    '見本データには、取引件数があらかじめ入っています。お店の数値を表示しているときに、ここで入力できます。',
  tooMany: (most) => `入力するには、表示する期間を${most}日以内にしてください。`,
};
