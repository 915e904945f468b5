import type { ReviewMessages } from './review.en.ts';

export const reviewJa: ReviewMessages = {
  checkTitle: '自己点検',
  checkText:
    '計測をはじめたとき、最初の映像を数えたとき、1時間ごと、そしてこのボタンで点検します。計測をはじめたときとこのボタンではすべての記録を、それ以外では新しい記録のすべてと古い記録の一部を調べます。ひとつでも通らなければ、上の一文は消え、計測は止まります。',
  checkNow: 'いま点検する',
  checkedAt: (time) => `最後の点検：${time}`,
  notYet: 'まだ点検していません。',
  part: '点検するところ',
  outcome: '結果',
  meaning: 'わかったこと',
  outcomes: { passed: '合格', failed: '不合格', unknown: '点検できず' },
  unknownText:
    'まだわかりません。このページを開いてからまだ数えていないか、はじめて開いたためです。はじめてのときは、一度読み込み直してください。',
  parts: {
    engine: {
      name: '検出のしくみ',
      passed:
        '配布されたモデルで動いています。答えのわかっている絵からも、描かれた人を正しく見つけています。',
      failed: '動いていないか、配布されたものではないモデルで動いています。',
    },
    frames: {
      name: '映像の出入り',
      passed: '受け取った映像はすべて閉じたか処理中で、処理中はカメラごとに1コマまでです。',
      failed: '受け取った映像と閉じた映像の数が合いません。',
    },
    records: {
      name: '保存している記録',
      passed: 'すべての記録が決められた形です（数値、区分、担当者が入力した短い文だけ）。',
      failed: '決められた形でない記録があります。',
    },
    'other-storage': {
      name: 'そのほかの保存場所',
      passed:
        'Cookie、ウェブストレージ、ファイルはありません。オフライン用の控えは、配布されたファイルそのものです。',
      failed: '何もないはずの場所に、保存されたものがあります。',
    },
    journal: {
      name: '記録簿',
      passed: 'どの記録も、ひとつ前の記録とつながっています。',
      failed: '書き換えられたか、抜き取られた記録があります。',
    },
    policy: {
      name: '通信の制限（CSP）',
      passed: 'つながる先は、このページの配信元と、登録したカメラだけです。',
      failed: '制限が決められたものより広いか、ありません。付属の設定で配信してください。',
    },
  },
  about: (list) => `該当：${list}`,
  withheld: '自己点検に通らなかったため、計測を止めています。通るまで、約束の一文は表示しません。',
  longest: '1コマを保持した最長時間',
  milliseconds: (count) => `${count}ミリ秒`,
  output: {
    title: '映像を扱う部分から出ていくもの',
    text: '映像を扱う部分（ワーカー）の出口はひとつで、映像1コマごとに数値の列が出てくるだけです。その量を、画面側で測っています。',
    what: '何の量か',
    bytes: 'バイト数',
    perSecond: '1秒間に出てくる量（全カメラ、直近10秒）',
    perMessage: '映像1コマにつき出てくる量（平均）',
    most: '何人映っていても、映像1コマにつき出てくる上限',
    picture: (width, height) => `カメラから届く映像1コマ（${width}×${height}）そのものの量`,
    refused: (count) => `映像を扱う部分が送信・保存・画像化しようとして断られた回数：${count}。`,
  },
  storedAt: (time) => `${time}に、この配信元のすべてのデータベースから読み出しました。`,
  walked: (lookedAt, records, wholeAt) =>
    `そのとき、${records}件のうち${lookedAt}件を調べました。${wholeAt ? `すべてを調べ終えたのは、${wholeAt}です。` : ''}1時間ごとの点検は、1日ですべてをひと回りします。`,
  foreign: '形の違うもの',
  growth: (bytes, budget, isWithin) =>
    `数値は、カメラ1台・1時間あたり平均${bytes}バイト増えています。上限の目安は${budget}バイトで、${isWithin ? 'その範囲内です' : 'それを超えています'}。`,
  knownFrame: (ago) => `答えのわかっている絵から人を正しく見つけたのは、${ago}前です。`,
  requestsTitle: '通信',
  requestsText: (since) =>
    `サービスワーカーが最後に起きたとき（${since}）から数えています。カメラとの接続を終える通知だけは、ここを通りません。`,
  requestsNone: 'サービスワーカーがまだ働いていません。一度読み込み直してください。',
  target: '相手',
  requests: '回数',
  ownOrigin: 'このアプリのファイル（配信元）',
  cameraOrigin: (origin) => `登録したカメラ ${origin}`,
  refusedOrigin: (origin) => `断った通信：${origin}`,
  violations: (count) => `このページで、通信の制限に反しようとしてブラウザに止められた回数：${count}`,
  buildTitle: '配布物',
  build: '全ファイルの照合値（SHA-256）',
  buildHint:
    '配布元が公開している照合値と見比べてください。外から確かめるには、ブラウザでファイルを保存し、下の一覧と見比べます。照合値を中に持つサービスワーカー自身は、これに含みません。SHA256SUMSには含みます。',
  files: (count) => `${count}個のファイルの照合値`,
  policy: '有効な制限（CSP）：',
  policyNone: 'このページには制限が付いていません。',
  otherTitle: 'データベースのほかに保存しているもの',
  other: {
    localStorage: 'ウェブストレージ（local）',
    sessionStorage: 'ウェブストレージ（session）',
    cookies: 'クッキー（Cookie）',
    originFiles: 'ファイル',
    cachedFiles: 'オフライン用に控えたアプリのファイル',
    olderFiles: 'うち、ひとつ前の版のもの',
  },
  entriesOf: (count) => count,
  bytesOf: (count, size) => `${count}（${size} MB）`,
  chain: (entries) => `${entries}件。すべてひとつ前の記録とつながっています。先頭の照合値：`,
  chainBroken: (sequence) => `${sequence}番の記録が書き換えられたか、その前の記録が抜けています。`,
  saveJournal: '記録簿を保存する（JSON）',
  checkPage: 'このアプリなしで確かめるページ',
};
