import { act } from 'preact/test-utils';
import { describe, expect, it } from 'vitest';
import type { HistoryQuery, IntervalFigures } from '../../src/contracts/archive.ts';
import type { Permission } from '../../src/core/access/permissions.ts';
import { anInterval } from '../state/ports/memory-archive.ts';
import { openPage, type Page } from './page.tsx';

/** Thirty people came in, in a day that was measured. */
function measured({ fromMs, toMs }: HistoryQuery): readonly IntervalFigures[] {
  const lines = [{ line: 2, in: 30, out: 20, inRaw: 0, outRaw: 0, parties: 0 }];
  const cameras = [{ camera: 1, measuredS: 86_400, gapS: {}, framesAnalysed: 1 }];
  return [anInterval({ fromMs, toMs, status: 'measured', coverage: 1, lines, cameras })];
}

function openHistory(language: 'ja' | 'en', days: typeof measured): Promise<Page> {
  return openPage({
    language,
    view: 'history',
    prepare: ({ archive }) => {
      archive.days = days;
    },
  });
}

describe('transactions', () => {
  it('teach how conversion comes about, are typed for a day, and are told with what it rests on', async () => {
    const page = await openHistory('ja', measured);
    await page.click('button', '前の日');
    expect(page.get('group', '買上率').textContent).toContain('取引件数を入力すると出ます');
    await page.fill('11月23日（月）の取引件数', '６');
    await page.click('button', '取引件数を保存する');
    await page.wait(50);
    expect([...page.archive.typed.values()]).toEqual([6]);
    expect(page.get('group', '買上率').textContent).toContain('20 %');
    expect(page.get('group', '買上率').textContent).toContain('取引6件÷入店30人');
    expect(page.get('group', '買上率').textContent).toContain('誤差は未確認');
    expect(page.text()).toContain('保存しました');
  });

  it('are not kept where they are no number, and say what to type', async () => {
    const page = await openHistory('en', measured);
    await page.click('button', 'Previous day');
    await page.fill('Transactions on Mon 23 Nov', 'many');
    await page.click('button', 'Save transactions');
    expect(page.archive.typed.size).toBe(0);
    expect(page.text()).toContain('Enter a whole number from 0 to 1,000,000');
  });

  it('are typed with a PIN of the staff, and changed or taken away with the manager’s', async () => {
    const page = await openHistory('ja', measured);
    await page.access.setPin('manager', '284917');
    await page.access.signIn('284917', 'change');
    await page.access.setPin('merchandiser', '618305');
    page.access.signOut();
    await page.click('button', '前の日');
    const type = async (typed: string): Promise<void> => {
      await page.fill('11月23日（月）の取引件数', typed);
      await page.click('button', '取引件数を保存する');
    };
    const signIn = (pin: string, permission: Permission): Promise<void> =>
      act(async () => {
        await page.access.signIn(pin, permission);
      });
    await type('6');
    expect(page.access.asked.value).toBe('recount');
    await signIn('618305', 'recount');
    await page.wait(50);
    expect([...page.archive.typed.values()]).toEqual([6]);
    for (const other of ['7', '']) {
      await type(other);
      expect(page.access.asked.value).toBe('change');
      await act(() => page.access.cancel());
      await page.wait(50);
      expect([...page.archive.typed.values()]).toEqual([6]);
      expect(page.text()).toContain('PINが入らなかったため');
    }
    await type('');
    await signIn('284917', 'change');
    await page.wait(50);
    expect(page.archive.typed.size).toBe(0);
  });

  it('of a day that is not over wait for its end', async () => {
    const page = await openHistory('ja', measured);
    await page.fill('11月24日（火）の取引件数', '6');
    await page.click('button', '取引件数を保存する');
    await page.wait(50);
    expect(page.get('group', '買上率').textContent).toContain('営業日が終わるか、閉店すると出ます');
  });
});
