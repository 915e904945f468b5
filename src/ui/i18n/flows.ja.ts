import type { FlowsMessages } from './flows.en.ts';

export const flowsJa: FlowsMessages = {
  title: 'ゾーン間の動線',
  tableOf: (camera) => `ゾーン間の動線：${camera}`,
  corner: '移動元＼移動先',
  columns: ['移動元', '移動先', '回数', '移動元ごとの割合'],
  total: '表示分の合計',
  all: '表示分の合計',
  empty: 'この期間に表示できる動線はありません。',
  none: 'なし、または5回未満',
  same: '同じゾーン',
  rule: 'あるゾーンにいた人が、同じカメラの中で次に別のゾーンへ入ると1回と数えます。割合は、その行に表示している回数に占める割合です。',
  few: '5回未満の動線は記録しません。1時間に5回未満なら1日分にまとめ、それでも5回未満なら「–」とします。',
  lost: '途中で見失った人の移動は数えられません。人が数えて確かめたことのない数値なので、誤差はわかりません。',
  open: '今日の分は、終わった時間帯だけを含みます。',
  coverage: (camera, percent) => `計測率（${camera}）：${percent}`,
};
