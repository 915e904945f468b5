import { leakFrames, pageReadsPreview, workerDrawsPreview } from './leaks.ts';
import type { Mutant } from './mutant.ts';

/** Leaks through the set-up picture (下絵), the one thing to see that leaves the vision worker. */
export const PREVIEW_MUTANTS: readonly Mutant[] = [
  {
    name: 'preview-of-the-frame',
    leak: 'the set-up picture shows the frame itself',
    expected: 'preview',
    opensPreview: true,
    patches: [
      ...leakFrames(`globalThis.leak = async (frame) => {
  const shown = globalThis.shown;
  shown?.drawImage(frame, 0, 0, shown.canvas.width, shown.canvas.height);
};`),
      workerDrawsPreview(''),
    ],
  },
  {
    name: 'preview-in-finer-blocks',
    leak: 'the set-up picture shows grey blocks of a quarter of the width and height that are allowed',
    expected: 'preview',
    opensPreview: true,
    patches: [
      ...leakFrames(`globalThis.leak = async (frame) => {
  const shown = globalThis.shown;
  if (!shown) return;
  const small = new OffscreenCanvas(128, 72);
  const context = small.getContext('2d');
  context.filter = 'grayscale(1)';
  context.drawImage(frame, 0, 0, 128, 72);
  shown.imageSmoothingEnabled = false;
  shown.drawImage(small, 0, 0, shown.canvas.width, shown.canvas.height);
};`),
      workerDrawsPreview(''),
    ],
  },
  {
    name: 'preview-kept',
    leak: 'the page reads the set-up picture back as a file and keeps it in IndexedDB',
    expected: 'inventory',
    opensPreview: true,
    patches: [pageReadsPreview('shown.toBlob((picture) => keepPicture(picture));')],
  },
  {
    name: 'preview-as-a-bitmap',
    leak: 'the page reads the set-up picture back as a bitmap',
    expected: 'coding',
    opensPreview: true,
    patches: [
      pageReadsPreview(
        'createImageBitmap(shown).then((picture) => { globalThis.picture = picture; }, () => undefined);',
      ),
    ],
  },
  {
    name: 'preview-as-a-film',
    leak: 'the page makes a stream of the set-up picture',
    expected: 'coding',
    opensPreview: true,
    patches: [pageReadsPreview('globalThis.film = shown.captureStream(4);')],
  },
];
