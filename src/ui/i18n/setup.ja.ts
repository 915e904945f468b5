import type { SetupMessages } from './setup.en.ts';

export const setupJa: SetupMessages = {
  title: 'はじめての設定',
  begin: 'お店の設定をはじめる',
  steps: {
    store: {
      name: '店舗',
      text: '日付と時刻は、お店の時計に合わせます。店名を入れ、1日のはじまりを確かめてください。',
    },
    camera: {
      name: 'カメラ',
      text: 'このパソコンのUSBカメラか、中継機を通したネットワークカメラを使えます。保存する前に、つながるかどうかを確かめられます。',
    },
    region: {
      name: '検出範囲とマスク',
      text: '人をさがすのは検出範囲の中だけで、マスクの下は先に塗りつぶします。道路や画面（モニター）、鏡は外してください。',
    },
    scene: {
      name: 'ラインとゾーン',
      text: '入口のラインは入った人と出た人を、ゾーンは中にいた人を数えます。ラインは、人が立ち止まらずに通るところに引いてください。',
    },
    floor: {
      name: '図面と床の目印',
      text: '床に目印を4か所以上決めると、場所や広さをメートルで扱えます。決めなくても、ほかはすべて数えられます。',
    },
    accuracy: {
      name: '実測照合',
      text: '人の出入りがある時間に、2つのキーを使って数分間数えてみてください。数値がどれだけ正確かがわかります。',
    },
    start: {
      name: '計測をはじめる',
      text: 'このページを開いているあいだ、パソコンが数え続けます。パソコンの起動と同時にChromeで開くようにしておくと安心です。',
    },
  },
  progress: (done, of) => `全${of}項目のうち、${done}項目が済みました。`,
  list: '手順',
  optional: 'あとでもよい',
  states: { done: '済み', open: 'これから' },
  next: '次へ',
  skip: 'あとにする',
  back: '戻る',
  chooseCamera: 'カメラ',
  needsCamera: '先にカメラを加えてください。',
  toCamera: 'カメラを加える',
  addAnother: 'もう1台加える',
  camerasSoFar: (names) => `加えたカメラ：${names}`,
  drawn: (lines, zones) => `いまの図：${lines}、${zones}`,
  ranged: (part, masks) => `検出範囲：${part}　マスク：${masks}か所`,
  rangeWhole: '画面全体',
  rangePart: '画面の一部',
  toFloor: 'カメラの床の目印へ',
  toAccuracy: '実測照合へ',
  needsLine: '先に計測ラインを引いてください。',
  toScene: 'ラインを引く',
  counting: '計測しています。',
  toLive: 'いまの人数を見る',
};
