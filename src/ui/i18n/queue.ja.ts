import type { QueueMessages } from './queue.en.ts';

export const queueJa: QueueMessages = {
  expected: (wait) => `待ち時間の目安 ${wait}（直近15分）`,
  tooFew: '待ち時間は15分間に5人から表示',
  lengthAverage: '待ち人数（平均）',
  lengthMost: '最大',
  ofPeople: (people) => `${people}人`,
};
