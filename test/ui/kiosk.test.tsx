import { act } from 'preact/test-utils';
import { describe, expect, it } from 'vitest';
import { NO_ALERTS } from '../../src/core/alerts/alert-settings.ts';
import { aCamera, aSite, aZone } from '../state/builders.ts';
import { aTally } from '../state/ports/memory-ports.ts';
import { openPage } from './page.tsx';

const zones = [aZone({ id: 4, name: 'レジ', kind: 'queue' }), aZone({ name: '奥の棚' })];
const site = { ...aSite([aCamera({ zones })]), alerts: { ...NO_ALERTS, occupancyLimit: 40 } };

describe('the large view', () => {
  it('shows the figures alone, says that no other device can, and Esc leaves', async () => {
    const page = await openPage({ site });
    await page.click('button', '大きく表示する');
    page.vision.see(aTally({ zonesNow: [3, 1] }));
    await page.wait(1500);
    expect(window.location.hash).toContain('kiosk=1');
    expect(page.find('navigation', /./)).toBeNull();
    expect(page.get('group', 'レジ').textContent).toBe('レジ3人待ち人数');
    expect(page.get('group', '店内人数').textContent).toContain('上限40人');
    expect(page.find('group', '奥の棚')).toBeNull();
    expect(page.text()).toContain('ほかの端末では見られません');
    expect(page.get('status', '計測中')).toBeTruthy();
    await act(() => {
      window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
    });
    expect(window.location.hash).not.toContain('kiosk');
    expect(page.find('navigation', /./)).not.toBeNull();
  });

  it('shows no figure that is not measured', async () => {
    const page = await openPage({ site });
    await page.click('button', '大きく表示する');
    await page.wait(8000);
    expect(page.get('group', 'レジ').textContent).toBe('レジ–人計測していません');
  });
});
