import { describe, expect, it, test } from 'vitest';
import { aCamera, aLine, aSite, aZone } from '../state/builders.ts';
import { openPage, type Page } from './page.tsx';

const findings = { people: 40, ends: 0.05, hidden: 0.02, height: 0.3, inputPixels: 256 };
const line = { ...findings, crossings: 38, stops: 0, angleDegrees: 80, shiftX: null, shiftY: null };
const zone = { ...findings, edgeStops: 0.02 };
const site = aSite([
  aCamera({ lines: [aLine()], zones: [aZone(), aZone({ id: 4, name: 'Till', kind: 'queue' })] }),
]);

const openCameras = (placement: Partial<typeof line>, of: Partial<typeof zone> = {}): Promise<Page> =>
  openPage({
    language: 'en',
    view: 'cameras',
    site,
    prepare: ({ vision }) => {
      vision.placement = { ...line, ...placement };
      vision.zonePlacement = { ...zone, ...of };
    },
  });

const pointsOf = (page: Page): string | undefined => {
  const form = page.find('region', 'Drawing: Entrance');
  return form?.querySelector('textarea')?.value;
};

describe('advice beside a line', () => {
  const bad = { ends: 0.4, shiftX: 0.05, shiftY: -0.1 } as unknown as Partial<typeof line>;

  it('is taken over into its form with one click, and nothing is changed before it is saved', async () => {
    const page = await openCameras(bad);
    await page.click('button', 'Check its place: “Door”');
    expect(page.text()).toContain('40 % of the people appear or get lost beside this line');
    await page.click('button', 'Move it there: “Door”');
    expect(pointsOf(page)).toBe('0.55, 0.1\n0.55, 0.7');
    expect(page.settings.site.value).toEqual(site);
    await page.click('button', 'Save');
    expect(page.settings.site.value.cameras[0]?.lines[0]?.points).toEqual([
      { x: 0.55, y: 0.1 },
      { x: 0.55, y: 0.7 },
    ]);
  });

  it('is taken over although the form was open already', async () => {
    const page = await openCameras(bad);
    await page.click('button', 'Change “Door”');
    expect(pointsOf(page)).toBe('0.5, 0.2\n0.5, 0.8');
    await page.click('button', 'Check its place: “Door”');
    await page.click('button', 'Move it there: “Door”');
    expect(pointsOf(page)).toBe('0.55, 0.1\n0.55, 0.7');
  });

  it('suggests nothing where nothing is wrong', async () => {
    const page = await openCameras({});
    await page.click('button', 'Check its place: “Door”');
    expect(page.text()).toContain('Nothing speaks against this place: 40 people');
    expect(page.find('button', 'Move it there: “Door”')).toBeNull();
  });
});

describe('advice beside a zone', () => {
  test.each([
    { name: 'well placed', of: {}, said: 'Nothing speaks against this place: 40 people seen in it lately' },
    { name: 'with people on its edge', of: { edgeStops: 0.5 }, said: '50 % of the people stand on the edge' },
    { name: 'too few', of: { people: 3 }, said: '3 of 20 seen in it' },
    { name: 'too small', of: { height: 0.1 }, said: 'only 26 pixels high' },
    { name: 'hidden', of: { hidden: 0.5 }, said: 'hidden here 50 % of the time' },
  ])('says when it is $name', async ({ of, said }) => {
    const page = await openCameras({}, of);
    await page.click('button', 'Check its place: “Till”');
    expect(page.vision.judgedZone).toBe(1);
    expect(page.text()).toContain(said);
  });
});

test('the accuracy view leads to where a line is moved', async () => {
  const page = await openPage({
    language: 'ja',
    view: 'accuracy',
    site,
    prepare: ({ vision }) => {
      vision.placement = { ...line, ends: 0.4, shiftX: 0.05, shiftY: 0 };
    },
  });
  await page.click('button', '「Door」の場所を調べる');
  expect(page.get('link', '「カメラと売場」で移す').getAttribute('href')).toContain('cameras');
});
