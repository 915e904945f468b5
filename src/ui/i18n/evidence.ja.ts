import type { EvidenceMessages } from './evidence.en.ts';

export const evidenceJa: EvidenceMessages = {
  save: '証拠の書類をつくる（PDF・JSON）',
  saving: 'つくっています…',
  title: (store) => `かぞえ：証拠の書類${store === '' ? '' : `　${store}`}`,
  takenAt: (time, iso) => `${time}（${iso}）に、動いているシステムから読み出しました。`,
  withheld: '自己点検に通りませんでした。この書類では何も約束しません。',
  failedParts: (list) => `不合格：${list}`,
  inTitle: '入ってくるもの、残るもの、作らないもの',
  filesTitle: 'この書類といっしょのファイル',
  file: 'ファイル',
  digest: '照合値（SHA-256）',
  filesText:
    '同じ内容のデータと、記録簿です。これらとこの書類の照合値は、いっしょに入っているSHA256SUMSにもあります。',
  noRelease: 'サービスワーカーが働いていないため、動いているファイルの照合値を読めませんでした。',
  releaseText: (files, build) => `${files}個のファイル。全体の照合値：${build}`,
  modelText: (sha256, backend) => `モデルの照合値：${sha256}（${backend}）`,
  unknown: '読めませんでした',
  journalHead: (entries, head) => `${entries}件。先頭の照合値：${head}`,
  footer: (iso, head) => `${iso}　記録簿 ${head}`,
  count: '数',
  requestsSince: (time) => `${time}から数えています。`,
};
