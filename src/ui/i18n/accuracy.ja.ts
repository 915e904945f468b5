import type { AccuracyMessages } from './accuracy.en.ts';

export const accuracyJa: AccuracyMessages = {
  title: '実測照合',
  intro:
    'ラインが見える場所に立ち、1人通るごとにキーを押してください。その間もシステムは数えていますが、その数は終わるまで表示しません。撮影はしません。',
  noLine: 'ラインがまだありません。「カメラと売場」で引いてください。',
  demo: 'いまはデモ店舗です。練習としてお試しいただけます。結果は再読み込みすると消えます。',
  demoFast: '「いま」の画面で、デモの進み方を「等速」にしてください。早送りでは、目で数えられません。',
  notMeasured: 'このラインはいま計測していません。計測がはじまれば照合できます。',
  start: '数えはじめる',
  startLine: (line) => `「${line}」で数えはじめる`,
  counting: (line) => `「${line}」を照合中`,
  keys: '→キーまたはI：入店　←キーまたはO：退店　Backspace：ひとつ取り消す',
  in: '入店',
  out: '退店',
  pressIn: '入店 +1',
  pressOut: '退店 +1',
  undo: 'ひとつ取り消す',
  end: '終えて比べる',
  discard: 'やめる',
  unsaved: '数えた結果を、まだ保存していません。',
  keep: '結果を保存する',
  elapsed: (duration) => `開始から${duration}。混む時間帯も含め、何回かに分けて数えるのがおすすめです。`,
  enough: (inLeft, outLeft) =>
    inLeft + outLeft === 0
      ? '入店・退店とも判定に足りる人数です。'
      : `この回だけで判定するには、入店あと${inLeft}人、退店あと${outLeft}人。何回かの合計でも判定できます。`,
  ending: '集計しています…',
  byLine: '照合の結果',
  none: 'まだ照合していません。',
  checks: (n, latest, until) => `${n}回分（最新 ${latest}）。${until}まで有効です。`,
  caption: (line) => `「${line}」の精度`,
  columns: ['向き', '目視', 'システム', '誤差', '誤差の幅（95 %）', '判定'],
  unknown: '–',
  share: (share) => `${share > 0 ? '+' : share < 0 ? '−' : ''}${Math.abs(share * 100).toFixed(1)} %`,
  interval: (from, to) => `${from}〜${to}`,
  verdicts: {
    passed: '±5 %以内',
    failed: '5 %を超えるずれ',
    undecided: 'まだ判定できません',
    'too-few': '人数が足りません',
  },
  verdictHints: {
    passed: '誤差の幅（95 %）の全体が±5 %に収まっています。',
    failed:
      'この場所では正しく数えられていません。人がまっすぐ通る場所へラインを移すか、カメラを高くしてください。',
    undecided: '誤差の幅（95 %）が±5 %からはみ出しています。もう少し数えてください。',
    'too-few': 'この向きで200人以上数えると判定できます。',
  },
  expired: {
    'line-changed': '前回の照合のあとにラインが変わりました。もう一度数えてください。',
    'camera-changed': '前回の照合のあとにカメラが変わりました。もう一度数えてください。',
    'rules-changed': '前回の照合のあとに数え方が新しくなりました。もう一度数えてください。',
    'model-changed': '前回の照合のあとに検出モデルが変わりました。もう一度数えてください。',
    'too-old': '前回の照合から90日を過ぎました。もう一度数えてください。',
    'in-the-future': '前回の照合の日時が未来になっています。パソコンの時計を直すか、もう一度数えてください。',
  },
  method:
    '5分ごとの「システム÷目視」の比から、本当の比が入る幅を95 %の確かさで求めます（Cochranの比推定、t分布）。目視で200人以上数え、幅の全体が±5 %に入れば合格です。有効なのは90日間、このライン・カメラ・検出モデルに限ります。ゾーンの数値の精度は示しません。',
  judge: '場所を調べる',
  judgeLine: (line) => `「${line}」の場所を調べる`,
  placeGood: (people) => `この場所で問題ありません（最近近くを通った${people}人から判断）。`,
  placeFew: (seen, needed) =>
    `まだ人数が足りません（計測開始から${seen}人／${needed}人）。しばらくしてからお試しください。`,
  placeUnknown: 'このカメラはいま計測していません。',
  placeWarnings: {
    'people-stop-here': (share) =>
      `${share}の人がこのラインの上で立ち止まります。歩いて通るだけの場所へ移してください。`,
    'paths-end-here': (share) =>
      `${share}の人がこのラインのすぐ脇で現れたり見えなくなったりします。画面の端や柱、扉の陰から離してください。`,
    'often-hidden': (share) => `ここでは${share}の時間、人が隠れています。カメラを高い位置に付けてください。`,
    'people-too-small': (pixels) =>
      `検出に使う画像で、ここの人の高さは${pixels}ピクセルしかありません。カメラを近づけるか、検出範囲を絞ってください。`,
    'small-angle': (degrees) =>
      `多くの人がこのラインを${degrees}°の浅い角度で横切ります。通り道に対して直角に引いてください。`,
  },
  placeBetter: (right, down) =>
    `右へ画面の${right} %、下へ${down} %移すと、より確実に数えられます（マイナスは左・上）。`,
};
