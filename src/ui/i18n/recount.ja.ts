import type { RecountMessages } from './recount.en.ts';

export const recountJa: RecountMessages = {
  open: '数え直す',
  title: '店内の人数を数え直す',
  hint: '店内の人数を数えて入力してください。入店数と退店数はそのままです。変える前と後の人数は記録簿に残ります。',
  people: 'いまの店内の人数',
  submit: 'この人数にする',
  invalid: '0以上の整数を入力してください。',
  changed: (people) => `数え直しで${people}人`,
  why: '数え直したときは、その差をその日の終わりまで加えます。',
};
