import type { ChartMessages } from './chart.en.ts';

export const chartJa: ChartMessages = {
  show: (title) => `${title}の表示`,
  chart: 'グラフ',
  table: '表',
  tableOf: (caption) => `${caption}（表）`,
  copyFigures: '数値をコピーする',
  copyImage: '画像をコピーする',
  copyFiguresOf: (title) => `数値をコピーする：${title}`,
  copyImageOf: (title) => `画像をコピーする：${title}`,
  figuresCopied: 'コピーしました。表計算ソフトに貼り付けられます。',
  imageCopied: 'コピーしました。文書に貼り付けられます。',
  refused: 'ブラウザがコピーを許可しませんでした。画面を一度クリックしてから、もう一度お試しください。',
};
