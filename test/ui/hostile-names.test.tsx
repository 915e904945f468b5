import { expect, test } from 'vitest';
import type { View } from '../../src/ui/router.ts';
import { aCamera, aSite } from '../state/builders.ts';
import { openPage } from './page.tsx';

const MARKUP = '<img src=x onerror=alert(1)>';
const VIEWS: readonly View[] = ['live', 'history', 'cameras', 'accuracy', 'privacy', 'settings'];

/** A shop in which everything that has a name is called so. */
function aShopOf(name: string): ReturnType<typeof aSite> {
  const site = aSite();
  const camera = aCamera({ name });
  return {
    ...site,
    store: { ...site.store, name },
    cameras: [
      {
        ...camera,
        lines: camera.lines.map((line) => ({ ...line, name })),
        zones: camera.zones.map((zone) => ({ ...zone, name })),
      },
    ],
  };
}

test.each(VIEWS)(
  'markup in the names of store, camera, line and area is text in the view %s',
  async (view) => {
    const page = await openPage({ view, language: 'en', site: aShopOf(MARKUP) });
    await page.wait(3000);
    expect(document.querySelectorAll('img, script, [onerror]')).toHaveLength(0);
    if (view === 'cameras') expect(page.text()).toContain(MARKUP);
  },
);
