import { expect, test } from 'vitest';
import { chunkFileName } from '../../../tools/build/chunk-names.ts';
import { responseHeaders } from '../../../tools/build/response-headers.ts';

function policyOf(path: string): ReadonlyMap<string, string> {
  const policy = responseHeaders(path).headers['Content-Security-Policy'] ?? '';
  return new Map(
    policy.split(';').map((rule) => {
      const [name = '', ...values] = rule.trim().split(' ');
      return [name, values.join(' ')];
    }),
  );
}

test('the document may talk to its own origin and run its own scripts, and nothing else', () => {
  const policy = policyOf('/index.html');
  expect(policy.get('default-src')).toBe("'none'");
  expect(policy.get('connect-src')).toBe("'self'");
  expect(policy.get('script-src')).toBe("'self' 'wasm-unsafe-eval'");
  expect(policy.get('require-trusted-types-for')).toBe("'script'");
  expect(policy.get('trusted-types')).toBe('default');
  for (const name of ['base-uri', 'form-action', 'frame-ancestors']) expect(policy.get(name)).toBe("'none'");
  expect([...policy.values()].join(' ')).not.toMatch(/unsafe-inline|'unsafe-eval'|\*|https?:|data:|blob:/);
});

test.each(['vision', 'vision-runtime', 'archive', 'demo-store', 'ticker'])(
  'the %s worker has no connection at all',
  (name) => {
    expect(policyOf(`/assets/${name}-Ab_3-x9.js`).get('connect-src')).toBe("'none'");
  },
);

test('every path has a policy that begins with nothing allowed', () => {
  for (const path of ['/x.txt', '/assets/index-1.js', '/service-worker.js', '/models/a.onnx', '/a.html']) {
    expect(policyOf(path).get('default-src')).toBe("'none'");
  }
});

test('names with a digest are kept for good, everything else is asked for again', () => {
  expect(responseHeaders('/assets/a-1.wasm').headers['Cache-Control']).toContain('immutable');
  for (const path of ['/index.html', '/service-worker.js', '/models/nanodet.onnx', '/models/index.json']) {
    expect(responseHeaders(path).headers['Cache-Control']).toBe('no-cache');
  }
});

test('files with equal headers share a set', () => {
  expect(responseHeaders('/assets/a-1.css')).toEqual(responseHeaders('/assets/b-2.css'));
});

test('a file whose type is not known stops the build', () => {
  expect(() => responseHeaders('/a.exe')).toThrow('/a.exe');
});

test.each([
  [{ name: 'main', facadeModuleId: '/a b/workers/vision/main.ts', moduleIds: [] }, 'assets/vision-[hash].js'],
  [
    { name: 'main', facadeModuleId: '/x/workers/demo-store/main.ts', moduleIds: [] },
    'assets/demo-store-[hash].js',
  ],
  [
    { name: 'thread', facadeModuleId: '/x/workers/vision/thread.ts', moduleIds: [] },
    'assets/vision-thread-[hash].js',
  ],
  [
    { name: 'ort', facadeModuleId: null, moduleIds: ['/n/onnxruntime-web/dist/ort.mjs'] },
    'assets/vision-runtime-[hash].js',
  ],
  [{ name: 'shared', moduleIds: ['/x/src/core/result.ts'] }, 'assets/shared-[hash].js'],
])('a chunk is named so that its headers find it', (chunk, name) => {
  expect(chunkFileName(chunk)).toBe(name);
});
