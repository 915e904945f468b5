import type { AddCameraMessages } from './add-camera.en.ts';

const steps: AddCameraMessages['steps'] = {
  address: 'アドレスの形が正しい',
  allowed: 'このページから通信してよいアドレスになっている',
  network: 'ブラウザが店内ネットワークへの接続を許可している',
  reachable: 'アドレスの先で何かが応答する',
  cors: '中継機が、このページに応答を渡している',
  credentials: '接続情報が通る',
  answer: 'Chromeで再生できる映像を中継機が出している',
  device: 'カメラを開ける',
  media: '映像の経路がつながる',
  picture: '最初の画面が届く',
};

const states: AddCameraMessages['states'] = {
  passed: '問題なし',
  failed: 'ここで止まりました',
  open: 'これから',
};

const findings: AddCameraMessages['findings'] = {
  'address-form':
    'http:// または https:// ではじまるアドレスを入れてください。ユーザー名はアドレスに含めず、下の欄に入れます。',
  'reload-needed':
    '先にカメラを保存してください。一度読み込み直したあと、そのカメラの「接続を確かめる」を押すと続きを確かめます。',
  'mixed-content':
    'https のページからは、この http のアドレスにつなげません。中継機のIPアドレス（192.168.…）を使うか、このアプリを http://localhost で開いてください。',
  'network-denied':
    'アドレス欄の左のアイコンから「ローカルネットワーク」を許可して、もう一度確かめてください。',
  'not-reachable':
    '中継機のパソコンの電源と、中継機が動いているかを見てください。IPアドレスやポート番号の間違い、ファイアウォールも考えられます。',
  'no-cors':
    '中継機は応答していますが、このページを許可していません。次の行を中継機の設定に加えて、再起動してください。',
  'credentials-refused': '中継機の接続情報を入れ直してください。カメラ本体のものとは別です。',
  'token-form': 'トークンに、空白など送れない文字が入っています。コピーし直してください。',
  redirected:
    '中継機が別のアドレスへ回していますが、この回し方（301・302）では要求が失われます。回った先のアドレスを入れてください。',
  'stream-missing':
    'この名前のカメラが中継機にないか、まだ映像が来ていません。名前を見比べ、中継機のログを見てください。',
  'gateway-busy': '中継機が混んでいるか、エラーを起こしています。ログを見るか、再起動してください。',
  'too-slow': '中継機の返事に15秒以上かかっています。中継機からカメラにつながるか、ログで確かめてください。',
  'codec-refused':
    'カメラの映像をH.264にしてください。変えられないときは中継機で変換できますが、そのパソコンの負担が増えます。',
  'not-whep':
    'このアドレスにあるのは、WHEPに対応した中継機ではありません。アドレスの終わりは、MediaMTXなら /whep、go2rtcなら /api/webrtc?src=名前 です。',
  'data-channel':
    '中継機が、映像のほかにデータの経路も求めています。かぞえはこれを開きません。中継機の設定で切ってください。',
  'session-hidden':
    '中継機が、接続のアドレスをこのページに見せていません。「Location」ヘッダーを公開してください。',
  'camera-denied': 'アドレス欄のカメラのアイコンからカメラを許可して、もう一度確かめてください。',
  'camera-missing': 'カメラを選んでください。一覧にないときは、つないでからもう一度さがします。',
  'camera-in-use':
    'ほかのソフトがカメラを使っています。ビデオ通話やカメラアプリを閉じて、もう一度確かめてください。',
  'no-media':
    '返事は来ましたが、映像が通りません。ファイアウォールで中継機のUDPポートを開け、中継機が自分のIPアドレスを伝えるように設定してください。',
  'b-frames':
    '中継機がすぐに接続を切るのをくり返しています。カメラをH.264、Bフレームなし（プロファイルBaseline、またはBフレーム0）にしてください。',
  'not-decoded':
    'データは届きますが、映像になりません。カメラをH.264、Bフレームなし、キーフレーム2秒ごとにしてください。',
  'no-picture':
    'つながりましたが、何も届きません。カメラが映像を出しているか見てください。キーフレームを2秒ごとにするのも効きます。',
  'connection-lost': '中継機がすぐに接続を切りました。中継機のログを見てください。',
};

const codec: AddCameraMessages['codec'] = (reason) => {
  if (reason === 'b-frames') return 'の接続を、中継機がすぐに切ってしまいます。多くはBフレームが原因です。';
  if (reason === 'not-decoded') return 'からデータは届きますが、Chromeで映像になりません。';
  return 'の映像形式はChromeで再生できません。';
};

export const addCameraJa: AddCameraMessages = {
  codec,
  gateway: '中継機',
  address: 'アドレスを直接入れる',
  host: '中継機のパソコン',
  hostHint: 'IPアドレスか名前（例：192.168.1.10）。このパソコンなら localhost',
  stream: '中継機でのカメラの名前',
  streamHint: '中継機の設定に書いた名前（例：entrance）',
  rtsp: 'これはカメラ本体のアドレスです。Chromeでは開けないので、MediaMTXやgo2rtcなどの中継機を間に置きます。上で中継機を選んでください。',
  check: '接続を確かめる',
  checkOf: (name) => `「${name}」の接続を確かめる`,
  again: 'もう一度確かめる',
  close: '閉じる',
  title: '接続',
  running: '確かめています…',
  good: 'すべて問題ありません。このカメラで計測できます。',
  steps,
  states,
  findings,
  picture: (width, height, fps) =>
    fps === null ? `${width}×${height}ピクセル` : `${width}×${height}ピクセル、毎秒${fps}コマ`,
  slow: '正しく数えるには毎秒5コマ以上が必要です。カメラのコマ数を上げてください。',
  setting: (gateway) => `${gateway}の設定に加える行`,
  settingAny: '中継機が返すべきヘッダー',
  copy: 'コピーする',
  copied: 'コピーしました',
};
