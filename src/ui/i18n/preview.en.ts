/** Sentences of the set-up picture. */
export interface PreviewMessages {
  readonly title: string;
  readonly open: string;
  readonly openOf: (camera: string) => string;
  readonly explain: string;
  readonly needsPin: string;
  readonly live: (seconds: string) => string;
  readonly still: (time: string) => string;
  readonly hold: string;
  readonly close: string;
  readonly ended: string;
  readonly label: (camera: string) => string;
  readonly reviewTitle: string;
  readonly review: readonly string[];
}

export const previewEn: PreviewMessages = {
  title: 'Set-up picture',
  open: 'Show the set-up picture',
  openOf: (camera) => `Show the set-up picture of ${camera}`,
  explain:
    'For placing lines and areas: a mosaic of 32 × 18 grey blocks, people as flat shapes. It is live for a minute, is noted in the journal, and is neither saved nor sent.',
  needsPin: 'Only with a manager’s PIN. Set one first under Settings → Roles and PINs.',
  live: (seconds) => `Live for another ${seconds} s`,
  still: (time) => `Held still for another ${time}`,
  hold: 'Hold still to draw',
  close: 'Close the picture',
  ended: 'The set-up picture has ended and was cleared.',
  label: (camera) => `Set-up picture of ${camera}: grey blocks, people as flat shapes`,
  reviewTitle: 'The set-up picture',
  review: [
    'It is off until a manager gives the PIN. Each opening is in the journal. It ends by itself after 60 seconds; held still to draw on, after 15 minutes; and when the view is left or the manager’s turn ends.',
    'The sealed vision worker draws it into a canvas handed over to it. All that it draws with is what it has anyway: the mean brightness of 32 × 18 blocks of the picture, and the boxes of people. With a detection range there are fewer blocks, never finer ones. Where a block was seen without anybody for five seconds, its mean is shown instead of the present picture.',
    'A person whom the detector misses appears as blocks of 1/18 of the picture’s height: a head is one to a few grey values. That somebody is there can be seen; a face cannot.',
    'No line of the app reads the canvas back: the build refuses the calls that encode or copy one. A browser extension could read it, and nobody can keep a person from photographing the screen: such a photo shows what the screen shows in that minute.',
  ],
};
