import { expect, test } from 'vitest';
import { sceneOf } from '../../../src/core/counting/scene-from-site.ts';
import { parseSceneFile } from '../../../src/core/site/parse-scene-file.ts';

const FRAME = { width: 768, height: 576 };

/** The file of the developer programs' documentation. */
const PETS = {
  lines: [
    {
      id: 'right',
      points: [
        [690, 250],
        [690, 470],
      ],
      in: [-1, 0],
    },
  ],
  zones: [
    {
      id: 'left-meeting',
      polygon: [
        [230, 205],
        [410, 205],
        [410, 310],
        [230, 310],
      ],
    },
  ],
  units: 'px',
};

function read(value: unknown, frame: typeof FRAME | null = FRAME) {
  return parseSceneFile(JSON.stringify(value), frame);
}

function refusalOf(value: unknown, frame: typeof FRAME | null = FRAME): string {
  const parsed = read(value, frame);
  if (parsed.ok) return 'accepted';
  const { code, detail } = parsed.problem;
  return `${code} ${detail?.['field'] ?? ''}: ${detail?.['reason']}`;
}

test('pixels become fractions of the picture, kinds have defaults', () => {
  const parsed = read(PETS);
  expect(parsed.ok && parsed.value).toEqual({
    lines: [
      {
        name: 'right',
        kind: 'entrance',
        points: [
          { x: 690 / 768, y: 250 / 576 },
          { x: 690 / 768, y: 470 / 576 },
        ],
        inward: { x: -1 / 768, y: 0 },
      },
    ],
    zones: [
      {
        name: 'left-meeting',
        kind: 'area',
        polygon: [
          [230, 205],
          [410, 205],
          [410, 310],
          [230, 310],
        ].map(([x = 0, y = 0]) => ({ x: x / 768, y: y / 576 })),
        timing: { enterMs: 300, leaveMs: 1000, bridgeMs: 1000 },
      },
    ],
    masks: [],
  });
});

test('a vector in pixels keeps its angle in the scene, whatever the shape of the picture', () => {
  const file = {
    units: 'px',
    lines: [
      {
        id: 'a',
        points: [
          [0, 0],
          [100, 0],
        ],
        in: [3, 4],
      },
    ],
  };
  const parsed = read(file, { width: 1920, height: 1080 });
  if (!parsed.ok) throw new Error('refused');
  const [line] = sceneOf({ ...parsed.value, floor: null }, 1920 / 1080).lines;
  expect((line?.inward.x ?? 0) / (line?.inward.y ?? 0)).toBeCloseTo(3 / 4, 12);
});

test('unit files need no frame size; kinds and masks are taken', () => {
  const parsed = read(
    {
      units: 'unit',
      lines: [
        {
          id: 'street',
          kind: 'outside',
          points: [
            [0, 0.5],
            [1, 0.5],
          ],
          in: [0, 1],
        },
      ],
      zones: [
        {
          id: 'till',
          kind: 'queue',
          polygon: [
            [0, 0],
            [1, 0],
            [1, 1],
          ],
        },
      ],
      masks: [
        [
          [0, 0],
          [0.1, 0],
          [0.1, 0.1],
        ],
      ],
    },
    null,
  );
  if (!parsed.ok) throw new Error('refused');
  expect(parsed.value.lines[0]?.kind).toBe('outside');
  expect(parsed.value.zones[0]?.kind).toBe('queue');
  expect(parsed.value.masks).toEqual([
    [
      { x: 0, y: 0 },
      { x: 0.1, y: 0 },
      { x: 0.1, y: 0.1 },
    ],
  ]);
});

test('a file that begins with a byte order mark is read', () => {
  expect(parseSceneFile(`\uFEFF${JSON.stringify(PETS)}`, FRAME).ok).toBe(true);
});

test('what is not JSON is told apart from a broken scene', () => {
  expect(parseSceneFile('{', FRAME)).toEqual({ ok: false, problem: { code: 'scene-not-json' } });
});

const line = (parts: object) => ({
  units: 'px',
  lines: [
    {
      id: 'a',
      points: [
        [0, 0],
        [0, 100],
      ],
      in: [1, 0],
      ...parts,
    },
  ],
});

test.each<[string, unknown, string]>([
  ['a list', [], ': type'],
  ['no units', { lines: [] }, 'units: missing'],
  ['other units', { ...PETS, units: 'm' }, 'units: unknown-value'],
  ['an unknown part', { ...PETS, heat: [] }, 'heat: unknown-field'],
  [
    'a line without a direction',
    {
      units: 'px',
      lines: [
        {
          id: 'a',
          points: [
            [0, 0],
            [0, 1],
          ],
        },
      ],
    },
    'lines[0].in: missing',
  ],
  ['a direction along the line', line({ in: [0, -5] }), 'lines[0].points[0]: parallel'],
  [
    'a direction along the second segment',
    line({
      points: [
        [0, 0],
        [0, 100],
        [100, 100],
      ],
    }),
    'lines[0].points[1]: parallel',
  ],
  [
    'a point beside the picture',
    line({
      points: [
        [0, 0],
        [769, 100],
      ],
    }),
    'lines[0].points[1][0]: range',
  ],
  [
    'a point of three numbers',
    line({
      points: [
        [0, 0, 0],
        [0, 100],
      ],
    }),
    'lines[0].points[0]: length',
  ],
  [
    'a text for a number',
    line({
      points: [
        ['0', 0],
        [0, 100],
      ],
    }),
    'lines[0].points[0][0]: type',
  ],
  ['an unknown kind', line({ kind: 'door' }), 'lines[0].kind: unknown-value'],
  ['a name used twice', { ...PETS, zones: [{ ...PETS.zones[0], id: 'right' }] }, 'zones[0].id: duplicate'],
  [
    'a zone without an area',
    {
      units: 'px',
      zones: [
        {
          id: 'a',
          polygon: [
            [0, 0],
            [1, 1],
            [2, 2],
          ],
        },
      ],
    },
    'zones[0].polygon: no-area',
  ],
  [
    'a mask of two corners',
    {
      units: 'px',
      masks: [
        [
          [0, 0],
          [1, 1],
        ],
      ],
    },
    'masks[0]: length',
  ],
])('a scene with %s is refused by name', (_, value, refusal) => {
  expect(refusalOf(value)).toBe(`scene-invalid ${refusal}`);
});

test('pixels without a frame size are refused', () => {
  expect(refusalOf(PETS, null)).toBe('scene-invalid units: units-need-size');
});

test('a text too long to be a scene is not even read', () => {
  expect(parseSceneFile(' '.repeat(1_000_001), FRAME)).toMatchObject({ problem: { code: 'scene-invalid' } });
});
