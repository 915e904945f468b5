import type { UpdateMessages } from './update.en.ts';

export const updateJa: UpdateMessages = {
  label: '更新のお知らせ',
  waits: '新しい版があります。',
  afterClosing: (time) => `閉店後（${time}ごろ）に更新します。`,
  closedNow: 'いまは営業時間外なので、この画面を5分使わなければ、自動で更新します。',
  whenQuiet: (time) => `${time}ごろ、だれも映っていないときに更新します。`,
  otherTab: '計測しているタブが更新します。',
  meanwhile: '更新のあいだは計測が止まり、終わると自動で再開します。その時間は欠測として残ります。',
  apply: 'いま更新する',
  applying: '更新しています…',
};
