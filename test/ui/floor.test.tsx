import { act } from 'preact/test-utils';
import { describe, expect, it, test } from 'vitest';
import { formatMarks } from '../../src/state/marks-input.ts';
import { messagesOf } from '../../src/ui/i18n/messages.ts';
import { someMarks } from '../builders/floor-views.ts';
import { aFloorZone } from '../builders/site.ts';
import { aCamera, aSite } from '../state/builders.ts';
import { openPage, press, type Page } from './page.tsx';

const CALIBRATED = aSite([aCamera({ calibration: someMarks() })]);
const A_PLAN = {
  widthM: 10,
  depthM: 8,
  fixtures: [{ left: 1, top: 2, right: 4, bottom: 2.5 }],
  outlines: [],
};
const WITH_ZONE = { ...CALIBRATED, floorZones: [aFloorZone({ id: 50, name: 'テーブル' })] };

function type(page: Page, label: string, value: string): Promise<void> {
  return act(() => {
    const input = page.get('textbox', label) as HTMLInputElement;
    input.value = value;
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

async function fillMarks(page: Page, count: number): Promise<void> {
  for (const [row, mark] of formatMarks(someMarks().slice(0, count)).entries()) {
    if (row >= 4) await page.click('button', '目印を加える');
    await type(page, `目印${row + 1}　画面の左から %`, mark.left);
    await type(page, `目印${row + 1}　画面の上から %`, mark.top);
    await type(page, `目印${row + 1}　図面の右へ m`, mark.x);
    await type(page, `目印${row + 1}　図面の下へ m`, mark.y);
  }
}

describe('floor marks', () => {
  it('are typed in a table, and saved once they are a floor', async () => {
    const page = await openPage({ view: 'cameras', site: aSite() });
    expect(page.text()).toContain('なし（床の長さはわかりません）');
    await page.click('button', '「床の目印」を直す');
    expect(page.text()).toContain('目印は4か所以上必要です');
    await fillMarks(page, 4);
    expect(page.text()).toContain('4か所だけでは、ずれは必ず0になります。');
    await page.click('button', '保存する');
    expect(page.archive.site?.cameras[0]?.calibration).toHaveLength(4);
    expect(page.text()).toContain('4か所');
  });

  it('say of each how many centimetres it is off, once there are five', async () => {
    const page = await openPage({ view: 'cameras', site: CALIBRATED });
    expect(page.text()).toContain('6か所、ずれは平均0.0 cm');
    await page.click('button', '「床の目印」を直す');
    expect(page.text()).not.toContain('もう一度測ってください');
    expect(page.text()).toContain('画面と図面はよく合っています。');
    await type(page, '目印3　図面の右へ m', String(someMarks()[2]!.floor.x + 0.3));
    expect(page.text()).toMatch(/\d\.\d cm/);
    expect(page.text()).toMatch(/ずれは平均\d+\.\d cm、いちばん大きいのは目印\dの\d+\.\d cmです。/);
    expect(page.text()).toContain('ずれがいちばん大きい目印を、もう一度測ってください。');
  });

  test.each([
    ['画面の左から %', '120', '0〜100の数を入れてください。'],
    ['図面の下へ m', 'ドア', '−500〜500の数（m）を入れてください。'],
  ])('with “%s” of %s are refused at that place', async (column, value, sentence) => {
    const page = await openPage({ view: 'cameras', site: CALIBRATED });
    await page.click('button', '「床の目印」を直す');
    await type(page, `目印2　${column}`, value);
    expect(page.get('alert', new RegExp(`目印2　${column}：${sentence.slice(0, 6)}`))).toBeTruthy();
    await page.click('button', '保存する');
    expect(page.archive.site?.cameras[0]?.calibration).toEqual(someMarks());
  });

  it('are set by keyboard, in the picture and on the plan, and paired by number', async () => {
    const page = await openPage({ view: 'cameras', site: { ...aSite(), floor: A_PLAN } });
    await page.click('button', '「床の目印」を直す');
    expect(page.text()).toContain('目印1の場所を押してください。');
    await act(() => page.get('application', 'Entranceの画面の目印').focus());
    await press('Shift+ArrowLeft', 'Enter', 'Shift+ArrowRight', 'Shift+ArrowDown', 'Enter');
    await act(() => page.get('application', '図面の目印').focus());
    await press('Shift+ArrowUp', 'Enter');
    const value = (label: string) => (page.get('textbox', label) as HTMLInputElement).value;
    expect(['目印1　画面の左から %', '目印2　画面の上から %'].map(value)).toEqual(['45', '55']);
    expect(['目印1　図面の右へ m', '目印1　図面の下へ m'].map(value)).toEqual(['5', '3']);
    expect(page.text()).toContain('目印2と同じ場所を押してください。');
    await act(() => page.get('button', /^目印1：左から5.0 m/).focus());
    await press('ArrowRight', 'ArrowRight');
    expect(value('目印1　図面の右へ m')).toBe('5.2');
    await page.click('button', '元に戻す');
    expect(value('目印1　図面の右へ m')).toBe('5');
  });

  it('without a plan are clicked in the picture and measured for the table', async () => {
    const page = await openPage({ view: 'cameras', site: aSite() });
    await page.click('button', '「床の目印」を直す');
    expect(page.text()).toContain('図面がまだありません。');
    expect(page.find('application', '図面の目印')).toBeNull();
  });

  it('that are mixed up are explained in plain words', async () => {
    const page = await openPage({ view: 'cameras', site: CALIBRATED });
    await page.click('button', '「床の目印」を直す');
    const [first, second] = formatMarks(someMarks());
    await type(page, '目印1　図面の右へ m', second!.x);
    await type(page, '目印2　図面の右へ m', first!.x);
    expect(page.text()).toContain('目印どうしが合いません。');
    await page.click('button', '保存する');
    expect(page.archive.site?.cameras[0]?.calibration).toEqual(someMarks());
  });

  it('can be taken away, but not from under a zone', async () => {
    const free = await openPage({ view: 'cameras', site: CALIBRATED });
    await free.click('button', '「床の目印」を直す');
    await free.click('button', '目印をすべて消す');
    expect(free.archive.site?.cameras[0]?.calibration).toBeNull();
    const used = await openPage({ view: 'cameras', site: WITH_ZONE });
    await used.click('button', '「床の目印」を直す');
    expect(used.find('button', '目印をすべて消す')).toBeNull();
    expect(used.text()).toContain('図面のゾーン（テーブル）がこの目印を使っています。');
  });
});

describe('the plan', () => {
  it('is drawn by numbers alone', async () => {
    const page = await openPage({ view: 'cameras', site: aSite() });
    expect(page.text()).toContain('図面にゾーンを描くには、先にカメラの「床の目印」を決めてください。');
    await page.click('button', '図面を描く');
    await page.fill('横の長さ m', '12');
    await page.click('button', '棚・台を加える');
    for (const [field, value] of [
      ['左から m', '1'],
      ['上から m', '2'],
      ['横 m', '3'],
      ['縦 m', '0.5'],
    ] as const) {
      await page.fill(field, value);
    }
    await page.click('button', '壁を加える');
    await page.fill('角の位置', '0, 4\n6, 4');
    await page.click('button', '保存する');
    expect(page.archive.site?.floor).toEqual({
      widthM: 12,
      depthM: 8,
      fixtures: [{ left: 1, top: 2, right: 4, bottom: 2.5 }],
      outlines: [
        {
          points: [
            { x: 0, y: 4 },
            { x: 6, y: 4 },
          ],
          isClosed: false,
        },
      ],
    });
    expect(page.text()).toContain('12.0 × 8.0 m');
    await page.click('button', '図面を消す');
    expect(page.archive.site?.floor).toBeNull();
  });

  it('is drawn by keyboard alone, from grid to grid', async () => {
    const page = await openPage({ view: 'cameras', site: aSite() });
    await page.click('button', '図面を描く');
    await page.click('radio', '0.5 m');
    await page.click('button', '棚・台を加える');
    await press('Shift+ArrowLeft', 'Enter', 'ArrowRight', 'ArrowRight', 'ArrowDown', 'Enter');
    expect(page.get('button', '棚・台、左から4.0 m、上から4.0 m、1.0 × 0.5 m')).toBeTruthy();
    await press('Shift+ArrowDown');
    await page.click('button', '元に戻す');
    await page.click('button', 'やり直す');
    await page.click('button', '保存する');
    expect(page.archive.site?.floor?.fixtures).toEqual([{ left: 4, top: 5, right: 5, bottom: 5.5 }]);
  });

  it('saves no shelf beyond its wall, and says which it is', async () => {
    const page = await openPage({ view: 'cameras', site: { ...aSite(), floor: A_PLAN } });
    await page.click('button', '図面に描く');
    await page.fill('横の長さ m', '3');
    await page.click('button', '保存する');
    expect(page.text()).toContain('外にはみ出しています。');
    expect(page.archive.site?.floor).toEqual(A_PLAN);
    await page.fill('横の長さ m', '');
    expect(page.text()).toContain('1〜200の数（m）を入れてください。');
    await page.fill('横の長さ m', '5');
    await page.fill('横 m', '6');
    expect(page.text()).toContain('図面からはみ出しています。');
    await page.click('button', '保存する');
    expect(page.archive.site?.floor).toEqual(A_PLAN);
    await page.fill('横 m', '2');
    await page.click('button', '保存する');
    expect(page.archive.site?.floor).toMatchObject({ widthM: 5, fixtures: [{ left: 1, right: 3 }] });
  });

  it('takes zones, each with the camera that counts it, and gives a removed one back', async () => {
    const page = await openPage({ view: 'cameras', site: CALIBRATED });
    await page.click('button', '図面にゾーンを加える');
    await page.fill('角の位置', '4, 3\n6, 3\n6, 4\n4, 4');
    await page.click('button', '保存する');
    expect(page.text()).toContain('名前を入れてください。');
    await page.fill('名前', '試着室');
    await page.click('button', '保存する');
    expect(page.archive.site?.floorZones).toMatchObject([{ id: 100, name: '試着室', owner: 1 }]);
    expect(page.text()).toContain('売場（「Entrance」で数える）');
    await page.click('button', '「試着室」を削除する');
    expect(page.archive.site?.floorZones).toEqual([]);
    await page.click('button', '元に戻す');
    expect(page.archive.site?.floorZones).toMatchObject([{ name: '試着室' }]);
  });

  it('asks of a zone that was moved whether its figures go on', async () => {
    const page = await openPage({ view: 'cameras', site: WITH_ZONE });
    await page.click('button', '「テーブル」を直す');
    expect(page.text()).not.toContain('これまでの記録');
    await page.fill('角の位置', '4, 3\n6.5, 3\n6.5, 4\n4, 4');
    await page.click('radio', '新しくはじめる');
    await page.click('button', '保存する');
    expect(page.archive.site?.floorZones).toMatchObject([{ id: 100, name: 'テーブル' }]);
  });

  it('says how much of a zone its camera sees', async () => {
    const page = await openPage({ view: 'cameras', site: CALIBRATED });
    await page.click('button', '図面にゾーンを加える');
    await page.fill('角の位置', '4, 3\n6, 3\n6, 30\n4, 30');
    expect(page.text()).toMatch(/カメラから見えるのは、このゾーンの\d+ %です。/);
    await page.fill('角の位置', '4, 30\n6, 30\n6, 40');
    expect(page.text()).toContain('このカメラからはほとんど見えません。');
  });

  it('tells that a deleted camera took its zones along', async () => {
    const page = await openPage({ view: 'cameras', site: WITH_ZONE });
    await page.click('button', '削除する');
    await page.wait(3000);
    expect(page.text()).toContain('図面のゾーンも一緒に消えました：テーブル');
    await page.click('button', '元に戻す');
    await page.wait(3000);
    expect(page.archive.site?.floorZones).toEqual(WITH_ZONE.floorZones);
  });

  test.each(['ja', 'en'] as const)('of the demo store is there from the start, in %s', async (language) => {
    const page = await openPage({ view: 'cameras', site: null, language });
    const { floor } = messagesOf(language);
    expect(page.get('region', floor.plan).textContent).toContain('11.6 × 7.3 m');
    expect(page.text()).toContain(floor.marksOff(6, '0.0'));
    expect(page.get('img', floor.planLabel(4))).toBeTruthy();
    expect(page.find('button', floor.editPlan)).toBeNull();
  });
});

const ROOM = '<rect width="1200" height="800"/><line x1="0" y1="400" x2="600" y2="400"/>';

async function choose(page: Page, text: string, button = 'SVGファイルから作る'): Promise<void> {
  await page.click('button', button);
  const input = document.querySelector<HTMLInputElement>('input[type="file"]');
  if (!input) throw new Error('There is nowhere to choose a file');
  const file = new File([text], 'plan.svg', { type: 'image/svg+xml' });
  Object.defineProperty(input, 'files', { value: [file], configurable: true });
  await act(async () => {
    input.dispatchEvent(new Event('change', { bubbles: true }));
    await new Promise((resolve) => setTimeout(resolve, 20));
  });
}

describe('a plan from an SVG file', () => {
  it('is taken once its width is given, as numbers alone', async () => {
    const page = await openPage({ view: 'cameras', site: aSite() });
    await choose(page, `<svg>${ROOM}<text>田中様</text><text>B</text></svg>`);
    expect(page.text()).toContain('線が2本見つかりました。');
    expect(page.text()).toContain('文字　2個');
    await page.click('button', 'この図面を使う');
    expect(page.text()).toContain('1〜200の数（m）を入れてください。');
    await page.fill('図の横幅 m', '１２');
    expect(page.text()).toContain('図面は12.0 × 8.0 mになります。');
    await page.click('button', 'この図面を使う');
    expect(page.archive.site?.floor).toMatchObject({
      widthM: 12,
      depthM: 8,
      outlines: [{ isClosed: true }, { isClosed: false }],
    });
    expect(JSON.stringify(page.archive.site)).not.toContain('田中');
  });

  test.each([
    ['ja', 'SVGファイルから作る'],
    ['en', 'Take the plan from an SVG file'],
  ] as const)('with a photo is refused, and says why, in %s', async (language, button) => {
    const page = await openPage({ view: 'cameras', site: aSite(), language });
    await choose(page, `<svg>${ROOM}<image href="staff.jpg"/></svg>`, button);
    expect(page.text()).toContain(messagesOf(language).planFile.refusals.picture);
    expect(page.archive.site?.floor).toBeNull();
  });
});

test('a zone on the floor has its tile among the zones of now', async () => {
  const page = await openPage({ view: 'live', site: WITH_ZONE });
  expect(page.text()).toContain('テーブル');
});
