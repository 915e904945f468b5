import type { ShellMessages } from './shell.en.ts';

export const shellJa: ShellMessages = {
  loading: '画面を開いています…',
  missing: 'この画面を開けませんでした',
  missingText:
    'アプリが更新されたか、サーバーにつながりません。計測には影響ありません。ページを読み込み直してください。計測は自動で再開し、その数秒間は欠測になります。',
  reload: '読み込み直す',
};
