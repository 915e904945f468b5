import fc from 'fast-check';
import { expect, test } from 'vitest';
import { migrateSite } from '../../../src/core/site/migrate-site.ts';
import { parseSite } from '../../../src/core/site/parse-site.ts';
import { aCamera, aLine, aSite, aZone } from '../../builders/site.ts';

function refusalOf(value: unknown): string {
  const parsed = parseSite(value);
  if (parsed.ok) return 'accepted';
  expect(parsed.problem.code).toBe('settings-invalid');
  return `${parsed.problem.detail?.['field']}: ${parsed.problem.detail?.['reason']}`;
}

test('a site comes back as it was', () => {
  expect(parseSite(structuredClone(aSite()))).toEqual({ ok: true, value: aSite() });
});

test('a region and a chosen engine come back as they were', () => {
  const region = { left: 0.2, top: 0.1, right: 0.3, bottom: 1 };
  const site = aSite({ engine: 'wasm', cameras: [aCamera({ region })] });
  expect(parseSite(structuredClone(site))).toEqual({ ok: true, value: site });
});

test('settings from before regions and the choice of engine: all of the picture, and the program chooses', () => {
  const old: Record<string, unknown> = { ...aSite({ engine: 'webgpu' }) };
  const camera: Record<string, unknown> = { ...aCamera() };
  delete old['engine'];
  delete camera['region'];
  const expected = aSite({ engine: 'auto', cameras: [aCamera({ region: null })] });
  expect(parseSite({ ...old, cameras: [camera] })).toEqual({ ok: true, value: expected });
});

test('a shop that has set nothing yet is valid', () => {
  const site = aSite({ store: { ...aSite().store, name: '' }, cameras: [], nextId: 1 });
  expect(parseSite(site)).toEqual({ ok: true, value: site });
});

test.each<[string, unknown, string]>([
  ['no object', null, 'schemaVersion: version'],
  ['a text', '{}', 'schemaVersion: version'],
  ['a list', [], 'schemaVersion: version'],
  ['no version', { ...aSite(), schemaVersion: undefined }, 'schemaVersion: version'],
  ['a newer version', { ...aSite(), schemaVersion: 2 }, 'schemaVersion: version'],
  ['a version by another name', { ...aSite(), schemaVersion: 'toString' }, 'schemaVersion: version'],
  ['a field too many', { ...aSite(), note: 'x' }, 'note: unknown-field'],
  ['a field whose name is a text', { ...aSite(), 'a person': 1 }, '…: unknown-field'],
  ['no store', { ...aSite(), store: undefined }, 'store: type'],
  ['a long name', { ...aSite(), store: { ...aSite().store, name: 'x'.repeat(81) } }, 'store.name: length'],
  [
    'an unknown time zone',
    { ...aSite(), store: { ...aSite().store, timeZone: 'Asia/Nowhere' } },
    'store.timeZone: unknown-value',
  ],
  [
    'a day that begins after its end',
    { ...aSite(), store: { ...aSite().store, dayStartsAtMinute: 1440 } },
    'store.dayStartsAtMinute: range',
  ],
  [
    'half a minute',
    { ...aSite(), store: { ...aSite().store, dayStartsAtMinute: 0.5 } },
    'store.dayStartsAtMinute: type',
  ],
  [
    'figures kept for ever',
    { ...aSite(), store: { ...aSite().store, retentionMonths: 37 } },
    'store.retentionMonths: range',
  ],
  [
    'too many cameras',
    aSite({ cameras: Array.from({ length: 17 }, (_, id) => aCamera({ id: id + 100 })), nextId: 999 }),
    'cameras: length',
  ],
  ['a nameless camera', aSite({ cameras: [aCamera({ name: '' })] }), 'cameras[0].name: length'],
  ['an id that was never given', aSite({ cameras: [aCamera({ id: 10 })] }), 'cameras[0].id: range'],
  [
    'an id given twice',
    aSite({ cameras: [aCamera({ zones: [aZone({ id: 2 })] })] }),
    'cameras[0].zones[0].id: duplicate',
  ],
  [
    'a source of another kind',
    aSite({ cameras: [{ ...aCamera(), source: { kind: 'rtsp' } as never }] }),
    'cameras[0].source.kind: unknown-value',
  ],
  [
    'a source with parts of another',
    aSite({ cameras: [{ ...aCamera(), source: { kind: 'demo', seed: 1, url: 'http://x' } as never }] }),
    'cameras[0].source.url: unknown-field',
  ],
  [
    'an address with a user name',
    aSite({ cameras: [aCamera({ source: { kind: 'whep', url: 'http://u:p@gw/whep' } })] }),
    'cameras[0].source.url: address',
  ],
  [
    'a point outside the picture',
    aSite({
      cameras: [
        aCamera({
          lines: [
            aLine({
              points: [
                { x: 0, y: 0 },
                { x: 1.01, y: 0.5 },
              ],
            }),
          ],
        }),
      ],
    }),
    'cameras[0].lines[0].points[1].x: range',
  ],
  [
    'a point that is no number',
    aSite({
      cameras: [
        aCamera({
          masks: [
            [
              { x: NaN, y: 0 },
              { x: 0, y: 1 },
              { x: 1, y: 1 },
            ],
          ],
        }),
      ],
    }),
    'cameras[0].masks[0][0].x: type',
  ],
  [
    'a line of one point',
    aSite({ cameras: [aCamera({ lines: [aLine({ points: [{ x: 0, y: 0 }] })] })] }),
    'cameras[0].lines[0].points: length',
  ],
  [
    'a direction along the line',
    aSite({ cameras: [aCamera({ lines: [aLine({ inward: { x: 0, y: 1 } })] })] }),
    'cameras[0].lines[0].points[0]: parallel',
  ],
  [
    'no direction',
    aSite({ cameras: [aCamera({ lines: [aLine({ inward: { x: 0, y: 0 } })] })] }),
    'cameras[0].lines[0].points[0]: parallel',
  ],
  [
    'a zone without an area',
    aSite({
      cameras: [
        aCamera({
          zones: [
            aZone({
              polygon: [
                { x: 0, y: 0 },
                { x: 0.5, y: 0.5 },
                { x: 1, y: 1 },
              ],
            }),
          ],
        }),
      ],
    }),
    'cameras[0].zones[0].polygon: no-area',
  ],
  [
    'a negative time',
    aSite({ cameras: [aCamera({ zones: [aZone({ timing: { enterMs: -1, leaveMs: 0, bridgeMs: 0 } })] })] }),
    'cameras[0].zones[0].timing.enterMs: range',
  ],
  [
    'a region beyond the picture',
    aSite({ cameras: [aCamera({ region: { left: 0, top: 0, right: 1.1, bottom: 1 } })] }),
    'cameras[0].region.right: range',
  ],
  [
    'a region that is narrow',
    aSite({ cameras: [aCamera({ region: { left: 0.4, top: 0, right: 0.49, bottom: 1 } })] }),
    'cameras[0].region: too-small',
  ],
  [
    'a region upside down',
    aSite({ cameras: [aCamera({ region: { left: 0, top: 0.8, right: 1, bottom: 0.2 } })] }),
    'cameras[0].region: too-small',
  ],
  ['an unknown engine', aSite({ engine: 'webnn' as never }), 'engine: unknown-value'],
  [
    'more zones than a tally carries',
    aSite({
      cameras: [
        aCamera({ lines: [], zones: Array.from({ length: 65 }, (_, id) => aZone({ id: id + 100 })) }),
      ],
      nextId: 999,
    }),
    'cameras[0].zones: length',
  ],
])('a site with %s is refused by the name of the field', (_, value, refusal) => {
  expect(refusalOf(value)).toBe(refusal);
});

test('the second segment of a polyline is checked as well', () => {
  const points = [
    { x: 0.2, y: 0.2 },
    { x: 0.5, y: 0.5 },
    { x: 0.2, y: 0.5 },
  ];
  const site = aSite({ cameras: [aCamera({ lines: [aLine({ points, inward: { x: 1, y: 0 } })] })] });
  expect(refusalOf(site)).toBe('cameras[0].lines[0].points[1]: parallel');
});

test('whatever is read, it is a site or a problem, and what is accepted is accepted again', () => {
  fc.assert(
    fc.property(fc.anything(), fc.anything(), (store, camera) => {
      const parsed = parseSite({ ...aSite(), store, cameras: [camera, aCamera()] });
      if (parsed.ok) expect(parseSite(parsed.value)).toEqual(parsed);
      else expect(parsed.problem.code).toBe('settings-invalid');
    }),
  );
});

test('older settings are brought up one version after the other', () => {
  const plan = {
    to: 3,
    steps: {
      1: (site: object) => ({ ...site, a: 'from 1' }),
      2: (site: object) => ({ ...site, b: 'from 2' }),
    },
  };
  expect(migrateSite({ schemaVersion: 1 }, plan)).toEqual({ schemaVersion: 3, a: 'from 1', b: 'from 2' });
  expect(migrateSite({ schemaVersion: 2 }, plan)).toEqual({ schemaVersion: 3, b: 'from 2' });
  expect(migrateSite({ schemaVersion: 4 }, plan)).toBeNull();
  expect(migrateSite({ schemaVersion: 0 }, plan)).toBeNull();
});
