import type { HistoryRemovalMessages } from './history-removal.en.ts';

export const historyRemovalJa: HistoryRemovalMessages = {
  open: '記録も消す…',
  title: (names) => `「${names}」の記録を消す`,
  gone: '消すもの：人数、滞在、待ち、ゾーン間の動線、ヒートマップ、計測時間、実測照合の結果。すべての日の分を消します。',
  stays:
    '残るもの：店内人数（すべての入口を合わせた数のため）、取引件数、保存済みのファイル、記録簿。消したことは記録簿に残ります。',
  disk: '元には戻せません。削除は上書きではないため、消した数値の断片は、ブラウザやシステムが上書きするまでディスクに残ります。',
  submit: 'いますぐ記録を消す',
  done: (names, records) => `「${names}」の記録を消しました（${records}件）。`,
};
