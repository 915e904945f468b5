import type { CameraHealthMessages } from './camera-health.en.ts';

const MISSED = 'このままでは、人を数えもらすことがあります。';

export const cameraHealthJa: CameraHealthMessages = {
  phases: {
    connecting: '接続中',
    live: '計測中',
    stalled: '映像なし',
    reconnecting: '再接続中',
    'needs-attention': '要確認',
    stopped: '休止中',
  },
  gaps: {
    'not-started': '計測開始前',
    connecting: '接続中',
    stalled: '映像なし',
    unreachable: 'カメラにつながらない',
    'not-there-yet': 'カメラが見つからない',
    credentials: 'ユーザー名・パスワード',
    codec: '映像の形式',
    permission: 'ブラウザの許可待ち',
    'camera-problem': 'カメラの不具合',
    paused: '休止',
    'engine-restart': '検出の再起動',
    'pc-asleep': 'パソコンのスリープ',
    'app-closed': 'ページを閉じていた',
    'app-update': 'アプリの更新',
    'left-out': '集計から除いた',
  },
  findings: {
    dark: '暗い',
    covered: 'レンズの前に物がある',
    moved: '映る範囲がいつもと違う',
    blurred: 'いつもよりぼやけている',
  },
  pictures: {
    dark: (camera) => ({
      what: `${camera}の映像が暗すぎて、人を見分けられません。`,
      means: MISSED,
      todo: '営業中なら、照明をつけて、レンズがふさがれていないか確かめてください。',
    }),
    covered: (camera) => ({
      what: `${camera}のレンズのすぐ前に何かがあります。`,
      means: MISSED,
      todo: 'カメラをふさいでいる物をどけてください。',
    }),
    moved: (camera) => ({
      what: `${camera}の映る範囲が、いつもと違います。`,
      means: '計測ラインやゾーンの位置がずれて、人数が正しくないおそれがあります。',
      todo: 'カメラを確かめてください。動いていたら元に戻すか、ラインとゾーンを引き直してください。この映り方でよければ、「この映像で正しい」を押してください。',
    }),
    blurred: (camera) => ({
      what: `${camera}の映像が、いつもよりぼやけています。`,
      means: MISSED,
      todo: 'レンズをやわらかい布で拭いてください。直らなければ、ピントを合わせてください。',
    }),
  },
  confirmPicture: 'この映像で正しい',
  since: (time) => `${time}から`,
  retryIn: (seconds) => `次の接続まで${seconds}`,
  size: (width, height) => `${width}×${height}ピクセル`,
  arriving: (fps) => `毎秒${fps}コマ受信`,
  lost: (percent) => `パケット損失 ${percent}`,
  jitter: (ms) => `ゆらぎ ${ms}ミリ秒`,
  dropped: (frames) => `捨てた映像 ${frames}コマ`,
  freezes: (times) => `静止 ${times}回`,
  uptime: {
    title: 'カメラごとの計測時間',
    intro: 'カメラごとに、計測できた時間です。斜線は欠測で、右に原因を示します。欠測を0人とは数えません。',
    introOpen:
      'カメラごとに、営業時間のうち計測できた割合です。斜線は営業中の欠測で、右に原因を示します。欠測を0人とは数えません。営業時間外に計測した時間も棒で示します。',
    camera: 'カメラ',
    measured: '計測',
    gaps: '欠測',
    none: 'なし',
    deleted: (number) => `削除したカメラ ${number}`,
    bar: (camera, measured) => `${camera}：計測${measured}`,
  },
};
