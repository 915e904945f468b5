import { describe, expect, test } from 'vitest';
import { readSvgPlan, type PlanDrawing } from '../../../src/core/plan-file/read-svg-plan.ts';

function drawingOf(inner: string, root = '<svg xmlns="http://www.w3.org/2000/svg">'): PlanDrawing {
  const read = readSvgPlan(`${root}${inner}</svg>`);
  if (!read.ok) throw new Error(read.reason);
  return read.drawing;
}

/** The corners of each outline, to a hundredth. */
function corners(drawing: PlanDrawing): readonly string[] {
  const number = (value: number): number => Math.round(value * 100) / 100 + 0;
  return drawing.outlines.map(
    ({ points, isClosed }) =>
      points.map(({ x, y }) => `${number(x)},${number(y)}`).join(' ') + (isClosed ? ' z' : ''),
  );
}

/** Holds the drawing's upper left corner where it is. */
const FRAME = '<path d="M0 0V100H100"/>';

describe('shapes become corners', () => {
  test.each([
    ['a line', '<line x1="1" y1="2" x2="3" y2="4"/>', '1,2 3,4'],
    ['a rectangle', '<rect x="1" y="2" width="10" height="5"/>', '1,2 11,2 11,7 1,7 z'],
    ['a polyline', '<polyline points="1,2 3,4 5 6"/>', '1,2 3,4 5,6'],
    ['a polygon', '<polygon points="1 2-3 4.5.5 6" transform="translate(3)"/>', '4,2 0,4.5 3.5,6 z'],
    ['a path of straight pieces', '<path d="m1,2 3 4h5V0 H2z"/>', '1,2 4,6 9,6 9,0 2,0 z'],
    ['numbers in other units', '<line x2="1in" y2="96px"/>', '0,0 96,96'],
    ['a name with the usual prefix', '<svg:line x2="5" y2="5"/>', '0,0 5,5'],
    ['a path of two parts', '<path d="M1 1 2 2M3 3 4 4"/>', '1,1 2,2|3,3 4,4'],
    ['what goes on after closing', '<path d="M1 1h2v2zl5 5"/>', '1,1 3,1 3,3 z|1,1 6,6'],
  ])('%s', (_, shape, expected) => {
    expect(
      corners(drawingOf(FRAME + shape))
        .slice(1)
        .join('|'),
    ).toBe(expected);
  });

  test.each([
    ['a circle', '<circle cx="50" cy="50" r="10"/>'],
    ['an ellipse', '<ellipse cx="50" cy="50" rx="10" ry="10"/>'],
    ['two arcs', '<path d="M40 50a10 10 0 0110 -10a10 10 0 11-10 10z"/>'],
    [
      'four cubic curves',
      '<path d="M60 50c0 5.523-4.477 10-10 10s-10-4.477-10-10s4.477-10 10-10s10 4.477 10 10z"/>',
    ],
  ])('%s is round', (_, shape) => {
    const [, round] = drawingOf(FRAME + shape).outlines;
    for (const { x, y } of round!.points) expect(Math.hypot(x - 50, y - 50)).toBeCloseTo(10, 1);
    expect(round!.points.length).toBeGreaterThan(30);
  });

  test('quadratic curves go on smoothly', () => {
    const [, wave] = drawingOf(`${FRAME}<path d="M0 50Q10 40 20 50T40 50"/>`).outlines;
    expect(Math.min(...wave!.points.map(({ y }) => y))).toBeCloseTo(45);
    expect(Math.max(...wave!.points.map(({ y }) => y))).toBeCloseTo(55);
    expect(wave!.points.at(-1)).toEqual({ x: 40, y: 50 });
  });

  test.each([
    ['translate(10,20)', '15,26'],
    ['scale(2)', '10,12'],
    ['scale(2 3)', '10,18'],
    ['rotate(90)', '-6,5'],
    ['rotate(90 5 6)', '5,6'],
    ['matrix(1 0 0 1 3 4)', '8,10'],
    ['skewX(45)', '11,6'],
    ['translate(1 1) scale(2)', '11,13'],
  ])('groups move what is in them: %s', (transform, expected) => {
    const frame = '<path d="M-100 -100V100H100"/>';
    const drawing = drawingOf(`${frame}<g transform="${transform}"><g><line x1="5" y1="6" x2="50"/></g></g>`);
    const [x = 0, y = 0] = expected.split(',').map(Number);
    expect(corners(drawing)[1]).toMatch(new RegExp(`^${x + 100},${y + 100} `));
  });

  test('a drawing begins at its own upper left corner', () => {
    const drawing = drawingOf('<rect x="100" y="200" width="40" height="30"/>');
    expect(drawing).toMatchObject({ width: 40, height: 30 });
    expect(corners(drawing)).toEqual(['0,0 40,0 40,30 0,30 z']);
  });
});

describe('what is no line is left out, and counted', () => {
  test.each([
    ['text', '<text x="1" y="1">田中様のお席<tspan>A</tspan></text>'],
    ['style', '<style>.a{fill:red}</style>'],
    ['link', '<a href="https://example.com/"><line x2="1" y2="1"/></a>'],
    ['copy', '<use href="#a"/>'],
    ['effect', '<clipPath id="a"><rect width="5" height="5"/></clipPath>'],
    ['animation', '<animate attributeName="x"/>'],
    ['hidden', '<g style="fill:red; display:none"><rect width="5" height="5"/></g>'],
    ['unreadable', '<path d="M0 0L5"/>'],
    ['unreadable', '<rect width="50%" height="5"/>'],
    ['unreadable', '<line x2="1e999" y2="1"/>'],
    ['unreadable', '<g transform="rotate3d(1,1,1,45)"><line x2="1" y2="1"/></g>'],
    ['other', '<blink><line x2="1" y2="1"/></blink>'],
  ])('%s: %s', (kind, inner) => {
    const drawing = drawingOf(FRAME + inner);
    expect(drawing.outlines).toHaveLength(1);
    expect([...drawing.leftOut]).toEqual([[kind, 1]]);
  });

  test('notes of the program that drew it are passed over', () => {
    const notes =
      '<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "a.dtd"><!-- <image/> -->' +
      '<svg xmlns:sodipodi="http://s"><title>t</title><sodipodi:namedview showgrid="false"><b:c/></sodipodi:namedview>' +
      `<metadata><rdf:RDF><cc:Work/></rdf:RDF></metadata><defs><linearGradient/></defs>${FRAME}</svg>\n`;
    const read = readSvgPlan(notes);
    expect(read.ok && read.drawing.leftOut.size).toBe(0);
  });

  test('nothing of the file but numbers comes out', () => {
    const drawing = drawingOf(`<g id="secret" class="secret">${FRAME}<text>secret</text></g>`);
    expect(JSON.stringify({ ...drawing, leftOut: [...drawing.leftOut] })).not.toContain('secret');
  });
});
