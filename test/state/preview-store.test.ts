import { expect, it } from 'vitest';
import type { PreviewCanvas } from '../../src/contracts/ports.ts';
import { LIVE_MS, STILL_MS } from '../../src/core/preview/preview-timer.ts';
import { createPreviewStore } from '../../src/state/preview-store.ts';
import { aShop } from './builders.ts';
import { settle } from './ports/manual-clock.ts';

const CANVAS = {} as PreviewCanvas;
const PIN = '284917';

async function aPreview(given: { readonly signedIn: boolean }) {
  const shop = aShop();
  await shop.access.setPin('manager', PIN);
  if (given.signedIn) await shop.access.signIn(PIN, 'preview');
  return { ...shop, preview: createPreviewStore(shop, shop.access) };
}

it('needs a manager’s PIN to be set, and given', async () => {
  const shop = aShop();
  const preview = createPreviewStore(shop, shop.access);
  expect(await preview.open(1)).toMatchObject({ ok: false, problem: { code: 'not-permitted' } });
  await shop.access.setPin('manager', PIN);
  const opening = preview.open(1);
  await settle();
  expect(preview.state.value).toEqual({ kind: 'asking', camera: 1 });
  expect(shop.vision.previews).toEqual([]);
  await shop.access.signIn(PIN, 'preview');
  expect((await opening).ok).toBe(true);
  expect(preview.state.value.kind).toBe('live');
});

it('is noted before it is shown', async () => {
  const { preview, archive, vision } = await aPreview({ signedIn: true });
  await preview.open(1);
  expect(archive.accessNotes.at(-1)).toEqual({ code: 'preview-opened', role: 'manager' });
  expect(vision.previews).toEqual([]);
  await preview.attach(1, CANVAS);
  expect(vision.previews).toEqual([[1, 'open']]);
});

it('counts down and ends after a minute', async () => {
  const { preview, clock, vision } = await aPreview({ signedIn: true });
  await preview.open(1);
  await preview.attach(1, CANVAS);
  expect(preview.secondsLeft.value).toBe(60);
  await clock.advance(LIVE_MS - 2000);
  expect(preview.secondsLeft.value).toBe(2);
  await clock.advance(3000);
  expect(preview.state.value).toEqual({ kind: 'ended' });
  expect(preview.secondsLeft.value).toBe(0);
  expect(vision.previews.at(-1)).toEqual([1, 'close']);
});

it('stays still for a quarter of an hour at most, while somebody uses the page', async () => {
  const { preview, access, clock, vision } = await aPreview({ signedIn: true });
  await preview.open(1);
  await preview.attach(1, CANVAS);
  await preview.hold();
  expect(preview.state.value).toMatchObject({ kind: 'still', camera: 1 });
  for (let passed = 0; passed < STILL_MS - 60_000; passed += 60_000) {
    access.touch();
    await clock.advance(60_000);
  }
  expect(preview.state.value.kind).toBe('still');
  access.touch();
  await clock.advance(61_000);
  expect(preview.state.value.kind).toBe('ended');
  expect(vision.previews).toContainEqual([1, 'hold']);
  expect(vision.previews.at(-1)).toEqual([1, 'close']);
});

it('ends with the role, with the view and with the camera', async () => {
  const { preview, access, vision, clock } = await aPreview({ signedIn: true });
  await preview.open(1);
  await preview.attach(1, CANVAS);
  access.signOut();
  await settle();
  expect(preview.state.value).toEqual({ kind: 'ended' });
  expect(vision.previews.at(-1)).toEqual([1, 'close']);

  await access.signIn(PIN, 'preview');
  await preview.open(1);
  await preview.attach(1, CANVAS);
  await preview.close();
  expect(preview.state.value).toEqual({ kind: 'off' });
  expect(vision.previews.at(-1)).toEqual([1, 'close']);

  await preview.open(1);
  await preview.attach(1, CANVAS);
  vision.previewCameras.delete(1);
  await clock.advance(2000);
  expect(preview.state.value).toEqual({ kind: 'ended' });
});
