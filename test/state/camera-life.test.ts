import { describe, expect, it } from 'vitest';
import type { PictureLook } from '../../src/core/detection/picture-look.ts';
import { aCamera, aLiveShop, aShop, aSite, codes, film, phase, type Shop } from './builders.ts';
import { aTally } from './ports/memory-ports.ts';

const SHOP: PictureLook = { levels: [0, 1, 2, 3, 4, 5, 6, 7, 0, 1, 2, 3], sharpness: 10 };
const ELSEWHERE: PictureLook = { levels: [7, 6, 5, 4, 3, 2, 1, 0, 7, 6, 5, 4], sharpness: 10 };

/** So many looks of a camera come in, one after the other. */
function look(shop: Shop, seen: PictureLook, times: number): void {
  for (let minute = 0; minute < times; minute++) shop.vision.see(aTally({ look: seen }));
}

describe('a camera', () => {
  it('that was given up is tried at once when the network is back', async () => {
    const shop = aShop();
    shop.cameras.problems.set(1, { code: 'camera-unreachable' });
    await shop.counting.start();
    await shop.clock.advance(300_000);
    shop.cameras.problems.clear();
    shop.platform.changeSurroundings();
    await film(shop, 500);
    expect(phase(shop)).toBe('live');
  });

  it('watches its surroundings no longer than it is counted', async () => {
    const shop = await aLiveShop();
    expect(shop.platform.watching.size).toBe(1);
    const stopped = shop.counting.stop();
    await shop.clock.advance(2000);
    await stopped;
    expect(shop.platform.watching.size).toBe(0);
  });

  it('is open once only, whatever is asked of it at the same time', async () => {
    const shop = await aLiveShop();
    let most = 0;
    const open = shop.cameras.open.bind(shop.cameras);
    let underWay = 0;
    shop.cameras.open = async (...given) => {
      underWay += 1;
      most = Math.max(most, underWay + shop.cameras.open_.size);
      const [, , abandoned] = given as unknown as [unknown, unknown, Promise<void>];
      await Promise.race([abandoned, Promise.resolve().then(() => undefined)]);
      underWay -= 1;
      return open(...given);
    };
    shop.cameras.end(1, { code: 'camera-ended' });
    shop.counting.retryCamera(1);
    shop.platform.changeSurroundings();
    shop.counting.retryCamera(1);
    await film(shop, 3000);
    expect([most, shop.cameras.open_.size, phase(shop)]).toEqual([1, 1, 'live']);
  });

  it('tells what its connection has delivered, while it is open', async () => {
    const shop = await aLiveShop();
    shop.cameras.stats = {
      width: 1280,
      height: 720,
      framesDecoded: 100,
      framesDropped: 2,
      framesPerSecond: 15,
      network: null,
    };
    await film(shop, 2500);
    expect(shop.counting.cameras.value[0]?.stats).toMatchObject({ width: 1280, framesDropped: 2 });
    await shop.clock.advance(6000);
    expect(shop.counting.cameras.value[0]?.stats).toBeNull();
  });
});

describe('a picture that is not as usual', () => {
  it('is told, and no longer when somebody says that it is right', async () => {
    const shop = await aLiveShop();
    look(shop, SHOP, 20);
    look(shop, ELSEWHERE, 3);
    expect(codes(shop)).toEqual(['picture-moved']);
    expect(shop.counting.cameras.value[0]?.picture).toBe('moved');
    shop.counting.confirmPicture(1);
    look(shop, ELSEWHERE, 20);
    expect(codes(shop)).toEqual([]);
    look(shop, SHOP, 3);
    expect(codes(shop)).toEqual(['picture-moved']);
  });

  it('is noticed of a camera that was moved while it was unplugged', async () => {
    const shop = await aLiveShop(aSite([aCamera()]));
    look(shop, SHOP, 20);
    shop.cameras.end(1, { code: 'camera-ended' });
    await film(shop, 5000);
    expect(phase(shop)).toBe('live');
    look(shop, ELSEWHERE, 3);
    expect(codes(shop)).toEqual(['picture-moved']);
  });
});
