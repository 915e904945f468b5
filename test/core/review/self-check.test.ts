import { describe, expect, it, test } from 'vitest';
import { faultsOfPolicy } from '../../../src/core/review/judge-policy.ts';
import { responseHeaders } from '../../../tools/build/response-headers.ts';
import { promiseHolds, selfCheck, type SelfCheckFacts } from '../../../src/core/review/self-check.ts';

const STRICT =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; " +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'";
const CAMERA = 'http://192.168.1.20:8889';

const policyFaults = (policy: string, cameras: readonly string[] = []): readonly string[] =>
  faultsOfPolicy(policy, new Set(cameras));

describe('the policy of the document', () => {
  it('passes when nothing is wider than needed', () => {
    expect(policyFaults(STRICT)).toEqual([]);
    expect(policyFaults(STRICT.toUpperCase().replaceAll("'SELF'", "'self'"))).not.toContain('connect-src');
  });

  it('passes as it is served', () => {
    const served = responseHeaders('/index.html').headers['Content-Security-Policy'] ?? '';
    expect(policyFaults(served)).toEqual([]);
  });

  it('may name the origins of configured cameras, to connect to and for nothing else', () => {
    const withCamera = STRICT.replace("connect-src 'self'", `connect-src 'self' ${CAMERA}`);
    expect(policyFaults(withCamera, [CAMERA])).toEqual([]);
    expect(policyFaults(withCamera)).toEqual(['connect-src']);
    expect(policyFaults(`${STRICT}; img-src ${CAMERA}`, [CAMERA])).toEqual(['img-src']);
  });

  test.each([
    ["script-src 'self' 'unsafe-inline'", 'script-src'],
    ["script-src 'self' 'unsafe-eval'", 'script-src'],
    ['connect-src *', 'connect-src'],
    ['connect-src https:', 'connect-src'],
    ['frame-src https://example.com', 'frame-src'],
    ["default-src 'self'", 'default-src'],
  ])('fails with %s', (directive, name) => {
    const others = STRICT.split('; ').filter((each) => !each.startsWith(`${name} `));
    expect(policyFaults([...others, directive].join('; '))).toEqual([name]);
  });

  it('fails where a directive is missing that nothing stands in for, and where there is no policy', () => {
    expect(policyFaults(STRICT.replace("; form-action 'none'", ''))).toEqual(['form-action']);
    expect(policyFaults('')).toEqual([
      'default-src',
      'base-uri',
      'form-action',
      'frame-ancestors',
      'require-trusted-types-for',
    ]);
  });

  it('takes the first of a directive given twice, as the browser does', () => {
    expect(policyFaults(`connect-src *; ${STRICT}`)).toEqual(['connect-src']);
    expect(policyFaults(`${STRICT}; connect-src *`)).toEqual([]);
  });
});

const SOUND: SelfCheckFacts = {
  engine: { runs: true, isReleased: true, knownFrameAgoMs: 1000 },
  frames: [{ received: 10, closed: 9, alive: 1 }],
  places: [{ place: 'kazoe/line_slot', foreign: 0 }],
  otherStorage: {
    localStorage: 0,
    sessionStorage: 0,
    cookies: 0,
    originFiles: 0,
    cachedFiles: 3,
    cachedBytes: 100,
    olderFiles: 1,
    foreignFiles: [],
  },
  journal: { brokenAt: null },
  policy: STRICT,
  cameraOrigins: new Set(),
};

const failing = (change: Partial<SelfCheckFacts>): [string, readonly string[]][] =>
  selfCheck({ ...SOUND, ...change })
    .filter(({ passed }) => passed === false)
    .map(({ part, about }) => [part, about]);

describe('a self-check', () => {
  it('passes in every part when all is sound', () => {
    expect(selfCheck(SOUND).map(({ passed }) => passed)).toEqual(Array(6).fill(true));
    expect(promiseHolds(selfCheck(SOUND))).toBe(true);
  });

  test.each<[string, Partial<SelfCheckFacts>, readonly string[]]>([
    ['engine', { engine: { runs: false, isReleased: true, knownFrameAgoMs: 1000 } }, []],
    ['engine', { engine: { runs: true, isReleased: false, knownFrameAgoMs: 1000 } }, ['model']],
    ['frames', { frames: [SOUND.frames[0]!, { received: 10, closed: 8, alive: 1 }] }, ['2']],
    ['frames', { frames: [{ received: 10, closed: 8, alive: 2 }] }, ['1']],
    ['records', { places: [{ place: 'kazoe/line_slot', foreign: 1 }] }, ['kazoe/line_slot']],
    ['other-storage', { otherStorage: { ...SOUND.otherStorage!, cookies: 1 } }, ['cookies']],
    ['other-storage', { otherStorage: { ...SOUND.otherStorage!, foreignFiles: ['x'] } }, ['x']],
    ['journal', { journal: { brokenAt: 4 } }, ['4']],
    [
      'policy',
      { policy: '' },
      ['default-src', 'base-uri', 'form-action', 'frame-ancestors', 'require-trusted-types-for'],
    ],
  ])('fails in the part %s alone', (part, change, about) => {
    expect(failing(change)).toEqual([[part, about]]);
    expect(promiseHolds(selfCheck({ ...SOUND, ...change }))).toBe(false);
  });

  it.each([
    ['the files of the release are not known', { runs: true, isReleased: null, knownFrameAgoMs: 1000 }],
    [
      'the known people were not looked for lately',
      { runs: true, isReleased: true, knownFrameAgoMs: 3_600_000 },
    ],
  ])('does not vouch for the detector while %s', (_, engine) => {
    const [finding] = selfCheck({ ...SOUND, engine });
    expect(finding).toEqual({ part: 'engine', passed: null, about: [] });
  });

  it('says what it could not look at, and holds that against nobody', () => {
    const nothing: SelfCheckFacts = {
      engine: { runs: null, isReleased: null, knownFrameAgoMs: null },
      frames: [],
      places: null,
      otherStorage: null,
      journal: null,
      policy: null,
      cameraOrigins: new Set(),
    };
    expect(selfCheck(nothing).map(({ passed }) => passed)).toEqual(Array(6).fill(null));
    expect(promiseHolds(selfCheck(nothing))).toBe(true);
  });
});
