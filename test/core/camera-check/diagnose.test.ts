import { describe, expect, test } from 'vitest';
import {
  diagnose,
  type CheckFacts,
  type CheckStep,
  type Finding,
} from '../../../src/core/camera-check/diagnose.ts';
import { gatewaySetting, streamNameOf } from '../../../src/core/camera-check/gateway-setting.ts';
import type { Problem } from '../../../src/core/result.ts';

/** A network camera of which all that is looked at before it is opened is in order. */
function facts(given: Partial<CheckFacts> = {}): CheckFacts {
  return {
    kind: 'whep',
    isAddress: true,
    isAllowed: true,
    isMixedContent: false,
    isNetworkDenied: false,
    answers: true,
    opened: null,
    problem: null,
    hasPicture: false,
    ...given,
  };
}

/** `step` with its state, as `address passed`. */
function stepsOf(given: CheckFacts): readonly string[] {
  return diagnose(given).map(({ step, state }) => `${step} ${state}`);
}

function faultOf(given: CheckFacts): readonly [CheckStep, Finding | null] | undefined {
  return diagnose(given)
    .filter(({ state }) => state === 'failed')
    .map(({ step, finding }) => [step, finding] as const)[0];
}

describe('a network camera', () => {
  test('that shows a picture has passed every step', () => {
    const states = diagnose(facts({ opened: true, hasPicture: true })).map(({ state }) => state);
    expect(new Set(states)).toEqual(new Set(['passed']));
  });

  test('of which nothing is known yet has its address alone', () => {
    const unknown = { isAllowed: null, isMixedContent: null, isNetworkDenied: null, answers: null };
    expect(stepsOf(facts(unknown)).slice(0, 3)).toEqual(['address passed', 'allowed open', 'network open']);
  });

  test('that fails at one step has passed those before it, and those after it are open', () => {
    const problem: Problem = { code: 'camera-credentials-refused', detail: { status: 401 } };
    expect(stepsOf(facts({ opened: false, problem }))).toEqual([
      'address passed',
      'allowed passed',
      'network passed',
      'reachable passed',
      'cors passed',
      'credentials failed',
      'answer open',
      'media open',
      'picture open',
    ]);
  });

  test.each<[string, Partial<CheckFacts>, CheckStep, Finding]>([
    ['no address', { isAddress: false }, 'address', 'address-form'],
    ['an address that is not allowed yet', { isAllowed: false }, 'allowed', 'reload-needed'],
    ['http on a page of https', { isMixedContent: true }, 'network', 'mixed-content'],
    ['a denied network', { isNetworkDenied: true }, 'network', 'network-denied'],
    ['nobody there', { answers: false }, 'reachable', 'not-reachable'],
  ])('with %s fails before it is opened', (...[, given, step, finding]) => {
    expect(faultOf(facts(given))).toEqual([step, finding]);
  });

  test.each<[Problem, CheckStep, Finding]>([
    [{ code: 'camera-origin-not-allowed' }, 'allowed', 'reload-needed'],
    [{ code: 'camera-permission-denied', detail: { reason: 'local-network' } }, 'network', 'network-denied'],
    [{ code: 'camera-unreachable' }, 'cors', 'no-cors'],
    [{ code: 'camera-unreachable', detail: { reason: 'timeout' } }, 'answer', 'too-slow'],
    [{ code: 'camera-unreachable', detail: { status: 503, retryAfterS: 5 } }, 'answer', 'gateway-busy'],
    [{ code: 'camera-unreachable', detail: { reason: 'media' } }, 'media', 'no-media'],
    [{ code: 'camera-unreachable', detail: { reason: 'connection-lost' } }, 'picture', 'connection-lost'],
    [{ code: 'camera-credentials-refused', detail: { reason: 'token' } }, 'credentials', 'token-form'],
    [{ code: 'camera-stream-missing', detail: { status: 404 } }, 'answer', 'stream-missing'],
    [{ code: 'camera-codec-unsupported', detail: { reason: 'refused' } }, 'answer', 'codec-refused'],
    [{ code: 'camera-codec-unsupported', detail: { status: 406 } }, 'answer', 'codec-refused'],
    [{ code: 'camera-codec-unsupported', detail: { reason: 'not-decoded' } }, 'picture', 'not-decoded'],
    [{ code: 'camera-codec-unsupported', detail: { reason: 'b-frames' } }, 'picture', 'b-frames'],
    [{ code: 'camera-answer-invalid', detail: { status: 405, reason: 'redirect' } }, 'answer', 'redirected'],
    [{ code: 'camera-answer-invalid', detail: { reason: 'data-channel' } }, 'answer', 'data-channel'],
    [{ code: 'camera-answer-invalid', detail: { reason: 'location' } }, 'cors', 'session-hidden'],
    [{ code: 'camera-answer-invalid', detail: { status: 200 } }, 'answer', 'not-whep'],
    [{ code: 'camera-stalled' }, 'picture', 'no-picture'],
  ])('with %o fails at %s: %s', (problem, step, finding) => {
    expect(faultOf(facts({ opened: false, problem }))).toEqual([step, finding]);
  });

  test('that nobody answers for is not blamed on CORS', () => {
    const problem: Problem = { code: 'camera-unreachable' };
    expect(faultOf(facts({ answers: null, problem }))).toEqual(['reachable', 'not-reachable']);
  });
});

test.each<[Problem, CheckStep, Finding]>([
  [{ code: 'camera-permission-denied' }, 'device', 'camera-denied'],
  [{ code: 'camera-not-found' }, 'device', 'camera-missing'],
  [{ code: 'camera-in-use' }, 'device', 'camera-in-use'],
  [{ code: 'camera-ended' }, 'picture', 'no-picture'],
])('a camera on a cable with %o fails at %s: %s', (problem, step, finding) => {
  expect(faultOf(facts({ kind: 'usb', problem }))).toEqual([step, finding]);
});

describe('a setting to paste', () => {
  const place = { pageOrigin: 'http://localhost:4180', host: '192.168.1.10', stream: 'door' } as const;

  test('lets this page alone read from MediaMTX', () => {
    expect(gatewaySetting('no-cors', { ...place, kind: 'mediamtx' })).toBe(
      "webrtcAllowOrigins: ['http://localhost:4180']",
    );
  });

  test('keeps go2rtc on this PC and without a public STUN server', () => {
    expect(gatewaySetting('no-cors', { ...place, kind: 'go2rtc' })).toContain('listen: "127.0.0.1:1984"');
    expect(gatewaySetting('no-media', { ...place, kind: 'go2rtc' })).toContain('ice_servers: []');
  });

  test('never has B-frames or sound where it encodes anew', () => {
    expect(gatewaySetting('b-frames', { ...place, kind: 'mediamtx' })).toMatch(/-an .*-bf 0 .*\/door\n/);
  });

  test('is missing where nothing at the gateway would help', () => {
    for (const kind of ['mediamtx', 'go2rtc', 'janus', 'other'] as const) {
      expect(gatewaySetting('reload-needed', { ...place, kind })).toBeNull();
    }
  });

  test.each([
    ['http://gw:8889/floor1/door/whep', 'floor1/door'],
    ['http://gw:1984/api/webrtc?src=door', 'door'],
    ['http://gw:7090/whep/endpoint/door', 'door'],
    ['http://gw/x', 'camera'],
    ['http://gw:1984/api/webrtc?src=a:%20!evil', 'camera'],
  ])('takes the name of the camera from %s as %s', (url, name) => {
    expect(streamNameOf(url)).toBe(name);
  });
});
