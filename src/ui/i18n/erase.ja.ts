import type { EraseMessages } from './erase.en.ts';

const PLACES: Readonly<Record<string, string>> = {
  databases: 'データベース',
  caches: 'オフライン用の控え',
  files: 'ファイル',
  'web-storage': 'ウェブストレージ',
  'service-worker': 'サービスワーカー',
};

export const eraseJa: EraseMessages = {
  title: 'すべて消去する',
  text: 'パソコンを手放すとき、試用を終えるとき、閉店するときに使います。このアドレスのためにこのブラウザが保存している数値、設定、カメラの接続情報、PIN、記録簿をすべて消します。',
  before: '元には戻せません。あとで数値、記録簿、証拠の書類が必要なら、先に保存してください。',
  toExport: '数値を書き出す画面へ（CSV）',
  journalFirst: '記録簿を保存する（JSON）：消去の前に',
  evidenceFirst: '証拠の書類をつくる（PDF・JSON）：消去の前に',
  open: 'すべて消去する…',
  formTitle: '消去すると',
  steps: [
    '計測を止め、カメラを閉じます。',
    'このアドレスのデータベース、オフライン用の控え、ファイル、サービスワーカーをすべて削除します。',
    '配信元からアプリを読み込み直し、空の状態でデモ店舗からはじめます。このとき配信元につながっている必要があります。',
  ],
  word: '消去',
  wordLabel: (word) => `続けるには「${word}」と入力してください`,
  wordWrong: (word) => `「${word}」と入力してください。`,
  submit: 'いますぐすべて消去する',
  erasing: '消去しています…',
  cancel: 'やめる',
  remainsTitle: 'ディスクに残るもの',
  remains: [
    '削除は上書きではありません。消した数値の断片は、ディスクの空き領域と、整理されるまでのブラウザのデータベースファイルに残ります。映像はもともと入っていません。残るのは、数値と設定と接続情報の断片です。',
    'さらに消すには、Chromeの「設定」→「プライバシーとセキュリティ」→「サイトデータ」で、このアドレスのデータを削除します。Chromeのプロフィールごと削除することもできます。',
    'パソコンを手放すときは、使いはじめからドライブを暗号化しておいて初期化するか（BitLockerなど。ChromeOSははじめから暗号化されています）、ドライブの製造元の完全消去を使ってください。',
    'ここから保存したファイル（CSV、証拠の書類、記録簿）は、保存した場所に残ります。Chromeのダウンロード履歴にも名前が残ります。',
  ],
  otherTab: {
    what: '別のタブかウィンドウでも、このアプリが開いています。',
    means: '何も消していません。別のタブが、持っている数値をまた書き込んでしまうためです。',
    todo: 'ほかをすべて閉じてから、ここでもう一度消去してください。',
  },
  incomplete: (places) => ({
    what: `消しきれなかったものがあります（${places}）。`,
    means: '計測は止まっています。ほかは消しました。',
    todo: 'Chromeを終了してからこの画面を開き直してもう一度行うか、Chromeでこのアドレスのサイトデータを削除してください。',
  }),
};

/** Names of `ErasedPlace`, separated by commas, as words. */
export function placesInJapanese(places: string): string {
  return places
    .split(', ')
    .map((place) => PLACES[place] ?? place)
    .join('、');
}
