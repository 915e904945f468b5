import { describe, expect, test } from 'vitest';
import { createReplyGate, isSmallReply } from '../../../workers/vision/reply-gate.ts';

const reply = (value: unknown) => ({ type: 'RAW', id: 'a1-b2', value });

function deepen(depth: number): object {
  return depth === 0 ? {} : { inner: deepen(depth - 1) };
}

describe('isSmallReply', () => {
  test.each([
    { name: 'nothing', value: undefined },
    {
      name: 'a report',
      value: { ok: true, value: { backend: 'wasm', webgpu: 'not-available', warmUpMs: 412.5 } },
    },
    {
      name: 'a problem',
      value: { ok: false, problem: { code: 'engine-failed', detail: { file: 'nanodet.onnx' } } },
    },
  ])('$name may leave', ({ value }) => {
    expect(isSmallReply(reply(value))).toBe(true);
  });

  test.each([
    { name: 'bytes', value: new Uint8Array(4) },
    { name: 'a buffer inside a result', value: { ok: true, value: new ArrayBuffer(4) } },
    { name: 'a list', value: [1, 2, 3] },
    { name: 'text with spaces', value: 'a sentence' },
    { name: 'a long text', value: 'A'.repeat(65) },
    { name: 'a data address', value: 'data:image/png;base64,AAAA' },
    {
      name: 'many members',
      value: Object.fromEntries(Array.from({ length: 17 }, (_, at) => [`m${at}`, at])),
    },
    { name: 'a deep object', value: deepen(4) },
    { name: 'an object of a class', value: new Map() },
    { name: 'a function', value: () => 1 },
  ])('$name may not', ({ value }) => {
    expect(isSmallReply(reply(value))).toBe(false);
  });

  test('members beside the value are refused', () => {
    expect(isSmallReply({ ...reply(1), extra: 1 })).toBe(false);
    expect(isSmallReply({ ...reply(1), type: 'HANDLER' })).toBe(false);
    expect(isSmallReply('RAW')).toBe(false);
  });
});

describe('createReplyGate', () => {
  function gate() {
    const sent: unknown[] = [];
    const target = new EventTarget();
    const scope = {
      postMessage: (message: unknown) => void sent.push(message),
      addEventListener: target.addEventListener.bind(target),
      removeEventListener: target.removeEventListener.bind(target),
    };
    return { sent, endpoint: createReplyGate(scope) };
  }

  test('a small reply leaves as it is', () => {
    const { sent, endpoint } = gate();
    endpoint.postMessage(reply({ ok: true, value: null }));
    expect(sent).toEqual([reply({ ok: true, value: null })]);
  });

  test.each([
    { name: 'pixels', message: reply(new Uint8Array(9)), transfer: [] },
    {
      name: 'a thrown text',
      message: { type: 'HANDLER', name: 'throw', id: 'a1-b2', value: 'seen: face' },
      transfer: [],
    },
    { name: 'a transferred buffer', message: reply(1), transfer: [new ArrayBuffer(8)] },
  ])('$name is replaced by an error without content', ({ message, transfer }) => {
    const { sent, endpoint } = gate();
    endpoint.postMessage(message, transfer);
    expect(JSON.stringify(sent)).toBe(
      '[{"id":"a1-b2","type":"HANDLER","name":"throw","value":{"isError":true,"value":' +
        '{"name":"Error","message":"vision worker: the command failed","stack":""}}}]',
    );
  });
});
