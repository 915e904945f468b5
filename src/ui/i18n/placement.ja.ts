import type { PlacementMessages } from './placement.en.ts';

export const placementJa: PlacementMessages = {
  zoneGood: (people) => `この場所で問題ありません（最近この中にいた${people}人から判断）。`,
  zoneFew: (seen, needed) =>
    `まだ人数が足りません（計測開始から${seen}人／${needed}人）。しばらくしてからお試しください。`,
  zoneWarnings: {
    'people-stop-here': (share) =>
      `${share}の人がこのゾーンの縁で立ち止まり、数に入るかどうかが偶然になります。縁は、人の立たないところに引いてください。`,
    'paths-end-here': (share) =>
      `${share}の人がこのゾーンの中で現れたり見えなくなったりし、滞在が短く数えられます。画面の端や柱の陰から離してください。`,
    'often-hidden': (share) =>
      `ここでは${share}の時間、人が隠れています。カメラを高い位置に付けるか、よく見える場所に引き直してください。`,
    'people-too-small': (pixels) =>
      `検出に使う画像で、ここの人の高さは${pixels}ピクセルしかありません。カメラを近づけるか、検出範囲を絞ってください。`,
  },
  takeOver: 'この場所に移す',
  takeOverLine: (line) => `「${line}」をよりよい場所に移す`,
  takeOverHint:
    '保存する前に、図で確かめて直せます。保存すると新しい測り方になり、照合もやり直しになります。',
  toCameras: '「カメラと売場」で移す',
};
