import { describe, expect, it, test } from 'vitest';
import type { StreamStats } from '../../src/contracts/stream-stats.ts';
import { startCameraCheck, type CameraCheck, type CameraToCheck } from '../../src/state/camera-check.ts';
import { ManualClock, settle } from './ports/manual-clock.ts';
import { MemoryArchive } from './ports/memory-archive.ts';
import { MemoryCameras } from './ports/memory-ports.ts';

const PICTURE: StreamStats = {
  width: 1280,
  height: 720,
  framesDecoded: 5,
  framesDropped: 0,
  framesPerSecond: 10,
  network: null,
};
const DOOR: CameraToCheck = {
  kind: 'whep',
  source: { kind: 'whep', url: 'http://192.168.1.10:8889/door/whep' },
  access: null,
};

function aPlace(): {
  readonly cameras: MemoryCameras;
  readonly archive: MemoryArchive;
  readonly clock: ManualClock;
} {
  return { cameras: new MemoryCameras(), archive: new MemoryArchive(), clock: new ManualClock() };
}

/** The step that failed, with what was found. */
function faultOf({ state }: CameraCheck): string | undefined {
  const failed = state.value.steps.find((step) => step.state === 'failed');
  return failed && `${failed.step}: ${failed.finding}`;
}

describe('a camera that is tried', () => {
  it('shows its picture’s size and rate, and is closed', async () => {
    const place = aPlace();
    place.cameras.stats = PICTURE;
    const check = startCameraCheck(place, DOOR);
    await place.clock.advance(1000);
    expect(check.state.value).toMatchObject({
      isRunning: false,
      stats: { width: 1280, framesPerSecond: 10 },
    });
    expect(check.state.value.steps.every(({ state }) => state === 'passed')).toBe(true);
    expect(place.cameras.open_.size).toBe(0);
    expect(place.clock.running).toBe(0);
  });

  it('does not wait for a rate that nobody tells', async () => {
    const place = aPlace();
    place.cameras.stats = { ...PICTURE, framesPerSecond: null };
    const check = startCameraCheck(place, DOOR);
    await place.clock.advance(3500);
    expect(check.state.value.isRunning).toBe(false);
    expect(faultOf(check)).toBeUndefined();
  });

  it('without a picture within 20 s fails at the picture, and is closed', async () => {
    const place = aPlace();
    place.cameras.stats = { ...PICTURE, framesDecoded: 0 };
    const check = startCameraCheck(place, DOOR);
    await place.clock.advance(21_000);
    expect(faultOf(check)).toBe('picture: no-picture');
    expect(place.cameras.open_.size).toBe(0);
  });

  it('that ends by itself says why', async () => {
    const place = aPlace();
    const check = startCameraCheck(place, DOOR);
    await settle();
    place.cameras.end(0, { code: 'camera-codec-unsupported', detail: { reason: 'b-frames' } });
    await settle();
    expect(faultOf(check)).toBe('picture: b-frames');
    expect(check.state.value.isRunning).toBe(false);
  });

  it('is not opened where something is wrong beforehand', async () => {
    const place = aPlace();
    place.cameras.found = { isAllowed: false, isMixedContent: false, isNetworkDenied: false, answers: null };
    const check = startCameraCheck(place, DOOR);
    await settle();
    expect(faultOf(check)).toBe('allowed: reload-needed');
    expect(place.cameras.opened).toEqual([]);
  });

  it('is closed when nobody looks any more', async () => {
    const place = aPlace();
    const check = startCameraCheck(place, DOOR);
    await place.clock.advance(1000);
    expect(place.cameras.open_.size).toBe(1);
    check.stop();
    await settle();
    expect(place.cameras.open_.size).toBe(0);
    expect(place.clock.running).toBe(0);
  });

  test.each([
    ['whep', 'address: address-form'],
    ['usb', 'device: camera-missing'],
  ] as const)('on %s without an address or device is not looked for', async (kind, fault) => {
    const place = aPlace();
    const check = startCameraCheck(place, { kind, source: null, access: null });
    await settle();
    expect(faultOf(check)).toBe(fault);
    expect(place.cameras.opened).toEqual([]);
  });

  it('that is saved is tried with the access data of the archive, which show nowhere in the check', async () => {
    const place = aPlace();
    await place.archive.saveCredential(7, { kind: 'bearer', token: 's3cret' });
    const used: unknown[] = [];
    const open = place.cameras.open.bind(place.cameras);
    place.cameras.open = (camera, ...rest: unknown[]) => {
      used.push(camera.id, rest[0]);
      return open(camera);
    };
    const check = startCameraCheck(place, { ...DOOR, access: 7 });
    await place.clock.advance(21_000);
    expect(used).toEqual([7, { kind: 'bearer', token: 's3cret' }]);
    expect(JSON.stringify(check.state.value)).not.toContain('s3cret');
  });
});
