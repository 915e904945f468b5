import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { planOfDrawing } from '../../../src/core/plan-file/plan-of-drawing.ts';
import { MAX_PLAN_FILE_LENGTH, readSvgPlan } from '../../../src/core/plan-file/read-svg-plan.ts';
import { parseSite } from '../../../src/core/site/parse-site.ts';
import { aSite } from '../../builders/site.ts';

const WALL = '<rect width="12" height="8"/>';
const svg = (inner: string): string => `<svg xmlns="http://www.w3.org/2000/svg">${WALL}${inner}</svg>`;
const PIXEL = 'data:image/png;base64,iVBORw0KGgo=';

function reasonOf(text: string): string {
  const read = readSvgPlan(text);
  return read.ok ? 'taken' : read.reason;
}

describe('a file with more than lines is refused as a whole', () => {
  test.each([
    ['a photo', `<image href="${PIXEL}" width="9" height="9"/>`, 'picture'],
    ['a photo elsewhere', '<image xlink:href="https://example.com/staff.jpg"/>', 'picture'],
    ['a photo under a prefix', '<x:image xmlns:x="http://www.w3.org/2000/svg"/>', 'picture'],
    ['a photo in big letters', '<IMAGE/>', 'picture'],
    ['a photo among definitions', '<defs><pattern><image/></pattern></defs>', 'picture'],
    ['a photo in a hidden layer', '<g display="none"><image/></g>', 'picture'],
    ['a photo within text', '<text>a<image/></text>', 'picture'],
    ['a photo by a filter', '<filter><feImage href="a.png"/></filter>', 'picture'],
    ['a page', '<foreignObject><div>staff</div></foreignObject>', 'embedded-page'],
    ['a page without its name', '<switch><foreignobject/></switch>', 'embedded-page'],
    ['a frame', '<iframe src="https://example.com"/>', 'embedded-page'],
    ['a script', '<script>alert(1)</script>', 'script'],
    ['a script under a prefix', '<svg:script/>', 'script'],
    ['a handler', '<rect width="1" height="1" onload="alert(1)"/>', 'script'],
    ['a handler in big letters', '<g ONCLICK="alert(1)"/>', 'script'],
    ['an address that is code', '<a href="java&#x73;cript:alert(1)"/>', 'script'],
    ['an address that is code, in pieces', '<a href=" java&#10;script:alert(1)"/>', 'script'],
    ['data in an address', `<use href="${PIXEL}"/>`, 'embedded-data'],
    ['data in an address, in other letters', '<use href="&#100;ATA:image/png,x"/>', 'embedded-data'],
    ['data in a style', `<g style="fill:url(${PIXEL})"/>`, 'embedded-data'],
  ])('%s', (_, inner, reason) => {
    expect(reasonOf(svg(inner))).toBe(reason);
  });

  test.each([
    ['nothing', '', 'not-svg'],
    ['a page', '<html><body/></html>', 'embedded-page'],
    ['another drawing', '<plan><rect width="1" height="1"/></plan>', 'not-svg'],
    ['a picture of bytes', '\u0089PNG\r\n\u001a\n\u0000', 'not-svg'],
    ['a file that ends early', '<svg><rect width="1"', 'broken'],
    ['a root that stays open', `<svg>${WALL}`, 'broken'],
    ['crossed tags', '<svg><g><a></g></a></svg>', 'broken'],
    ['a quote without end', `<svg>${WALL}<rect width="1/></svg>`, 'broken'],
    ['a comment without end', `<svg>${WALL}<!-- </svg>`, 'broken'],
    ['two roots', `<svg>${WALL}</svg><svg>${WALL}</svg>`, 'broken'],
    ['only text', '<svg><text>a</text></svg>', 'no-shapes'],
    ['only a dot', '<svg><line x1="1" y1="1" x2="1" y2="1"/></svg>', 'no-shapes'],
    ['too many parts', svg('<g></g>'.repeat(20_001)), 'too-many-elements'],
    ['too many groups in each other', svg('<g>'.repeat(100) + '</g>'.repeat(100)), 'too-deep'],
    ['too many corners', svg('<circle r="1"/>'.repeat(2000)), 'too-detailed'],
    ['too many letters', svg(' '.repeat(MAX_PLAN_FILE_LENGTH)), 'too-long'],
  ])('%s', (_, text, reason) => {
    expect(reasonOf(text)).toBe(reason);
  });
});

test('entities are never expanded, and nothing is fetched', () => {
  const laughs = Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`);
  const doctype = `<!DOCTYPE svg [<!ENTITY l0 "9">${laughs.join('')}<!ENTITY x SYSTEM "file:///etc/passwd">]>`;
  const read = readSvgPlan(`${doctype}<svg>${WALL}<rect width="&l9;" height="&x;"/></svg>`);
  expect(read.ok && [...read.drawing.leftOut]).toEqual([['unreadable', 1]]);
});

test('long rows of the same sign are read in one pass', { timeout: 10_000 }, () => {
  for (const sign of ['<', '&', ' ', '"', '-', '1', '[', 'a=']) {
    const row = sign.repeat(1_900_000 / sign.length);
    expect(readSvgPlan(`<svg>${WALL}${row}</svg>`)).toBeDefined();
    expect(readSvgPlan(`<svg>${WALL}<path d="M0 0${row}"/></svg>`)).toBeDefined();
    expect(readSvgPlan(`<svg>${WALL}<g transform='${row}'/></svg>`)).toBeDefined();
  }
});

const PARTS = [
  ...[
    '<',
    '>',
    '/',
    '"',
    "'",
    '=',
    '&',
    '&#1;',
    '<!--',
    '-->',
    '<![CDATA[',
    '<?',
    ']]>',
    '<!DOCTYPE',
    '[',
    ']',
  ],
  ...[
    'svg',
    'g',
    'rect',
    'path',
    'd',
    'transform',
    'points',
    ' ',
    '\u0000',
    '\u202e',
    'M1 1',
    'A1',
    '1e308',
    '-',
  ],
  ...[
    '<svg>',
    '</svg>',
    '<g transform="scale(9e99)">',
    '</g>',
    '<rect width="5" height="5"/>',
    '<circle r="9"/>',
  ],
];

test('whatever a file holds: it is refused, or the settings take what came of it', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...PARTS), { maxLength: 30 }), (parts) => {
      for (const text of [parts.join(''), svg(parts.join(''))]) {
        const read = readSvgPlan(text);
        const fitted = read.ok ? planOfDrawing(read.drawing, 12) : null;
        if (!fitted?.ok) continue;
        expect(parseSite(aSite({ floor: fitted.plan }))).toMatchObject({ ok: true });
      }
    }),
    { numRuns: 2000 },
  );
});
