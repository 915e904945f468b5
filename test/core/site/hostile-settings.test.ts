import { describe, expect, test } from 'vitest';
import { parseSceneFile } from '../../../src/core/site/parse-scene-file.ts';
import { parseSite } from '../../../src/core/site/parse-site.ts';
import { aCamera, aSite } from '../../builders/site.ts';

const camera = aCamera();
/** JSON knows no other way to give an object a part of this name. */
const withProto = (json: string): unknown =>
  JSON.parse(json.replace(/^\{/, '{"__proto__":{"isAdmin":true},'));
const deep = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);

describe('hostile settings', () => {
  test.each<[string, unknown]>([
    ['parts of the prototype', withProto(JSON.stringify(aSite()))],
    ['parts of a prototype in a camera', { ...aSite(), cameras: [withProto(JSON.stringify(camera))] }],
    ['a constructor', { ...aSite(), constructor: { prototype: { isAdmin: true } } }],
    ['numbers that are none', { ...aSite(), nextId: NaN }],
    ['numbers without end', { ...aSite(), nextId: Infinity }],
    ['a million cameras', { ...aSite(), cameras: Array.from({ length: 1e6 }, () => camera) }],
    ['a list with holes', { ...aSite(), cameras: new Array(16) }],
    ['a deep nest', { ...aSite(), cameras: [JSON.parse(deep(5000))] }],
    ['an object for a list', { ...aSite(), cameras: { length: 1, 0: camera } }],
    ['an object for a text', { ...aSite(), store: { ...aSite().store, name: { toString: () => 'x' } } }],
    ['ten megabytes for a name', { ...aSite(), store: { ...aSite().store, name: 'x'.repeat(10_000_000) } }],
    ['a name that turns its direction', aSite({ cameras: [aCamera({ name: 'safe\u202Eexe.gpj' })] })],
    ['a name with an isolate', aSite({ cameras: [aCamera({ name: '\u2066入口' })] })],
    ['a name with a line break', aSite({ cameras: [aCamera({ name: 'a\r\nb' })] })],
    ['a name with a zero', aSite({ cameras: [aCamera({ name: 'a\u0000b' })] })],
    [
      'an address that is code',
      aSite({ cameras: [aCamera({ source: { kind: 'whep', url: 'javascript:alert(1)' } })] }),
    ],
    [
      'an address that would widen the policy',
      aSite({ cameras: [aCamera({ source: { kind: 'whep', url: 'http://gw; script-src *' } })] }),
    ],
  ])('%s are refused, and no prototype changes', (_, value) => {
    expect(parseSite(value)).toMatchObject({ ok: false, problem: { code: 'settings-invalid' } });
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
  });

  test('a name with markup or a formula stays that name, to the letter', () => {
    const name = '<img src=x onerror=alert(1)>=1+1';
    const parsed = parseSite(aSite({ cameras: [aCamera({ name })] }));
    expect(parsed.ok && parsed.value.cameras[0]?.name).toBe(name);
  });
});

describe('a hostile scene file', () => {
  test.each<[string, string]>([
    ['parts of the prototype', '{"__proto__":{"units":"unit"},"lines":[]}'],
    ['parts of the prototype beside its own', '{"units":"unit","__proto__":{"isAdmin":true}}'],
    ['a deep nest', `{"units":"unit","lines":${deep(100_000)}}`],
    ['a nest that ends too early', '['.repeat(100_000)],
    ['ten megabytes', `{"units":"unit","lines":[${'0,'.repeat(5_000_000)}0]}`],
    [
      'numbers beyond all numbers',
      '{"units":"unit","lines":[{"id":"a","points":[[1e999,0],[0,1]],"in":[1,0]}]}',
    ],
    ['lines that are text', '{"units":"unit","lines":"<script>"}'],
    ['an id that is an object', '{"units":"unit","lines":[{"id":{},"points":[[0,0],[0,1]],"in":[1,0]}]}'],
    [
      'an id that turns its direction',
      '{"units":"unit","lines":[{"id":"\u202Ea","points":[[0,0],[0,1]],"in":[1,0]}]}',
    ],
    ['a web page', '<!doctype html><script>alert(1)</script>'],
    ['nothing', ''],
  ])('with %s is refused', (_, text) => {
    const parsed = parseSceneFile(text, null);
    expect(parsed.ok ? 'accepted' : parsed.problem.code).toMatch(/^scene-(invalid|not-json)$/);
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
  });
});
