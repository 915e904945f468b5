import type { KioskMessages } from './kiosk.en.ts';

export const kioskJa: KioskMessages = {
  title: '大きな表示',
  open: '大きく表示する',
  leave: 'Escキーで戻ります。',
  onlyHere: '数値はこのパソコンの中だけにあります。ほかの端末では見られません。',
};
