import type { LeftOutMessages } from './left-out.en.ts';

export const leftOutJa: LeftOutMessages = {
  title: '集計から除いた時間',
  hint: 'カメラが動いたときや工事の時間などは、集計から除けます。15分単位で「欠測」として扱います。記録は残るので、いつでも戻せます。ヒートマップは1時間単位で除き、その日は1時間に5人以上が過ごした場所だけになります。',
  open: '時間を除く',
  formTitle: (day) => `${day}から時間を除く`,
  from: '開始（例 10:00）',
  to: '終了（例 12:00）',
  camera: 'カメラ',
  everyCamera: 'すべてのカメラ',
  deletedCamera: '削除したカメラ',
  reason: '理由',
  reasons: {
    works: '工事や清掃',
    'camera-moved': 'カメラが動いた、ふさがれた',
    event: '店内の催し',
    training: '研修や納品などスタッフの作業',
    implausible: '数字が明らかにおかしい',
    other: 'その他',
  },
  submit: '除く',
  timeInvalid: '10:00 のように入力してください。',
  order: '終了は、同じ営業日の中で開始より後にしてください。',
  takeBack: '戻す',
  takeBackOf: (time) => `戻す: ${time}`,
  none: '表示している期間に、除いた時間はありません。',
};
