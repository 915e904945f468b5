import { expect, test } from 'vitest';
import { scanText } from '../../../tools/supply-chain/scan-bundle.ts';

test.each<[string, string]>([
  ['fetch("https://collect.example.com/a")', 'the host collect.example.com'],
  ['new Image().src = `//cdn.example.net/${pixels}`', 'the host cdn.example.net'],
  ['iceServers: [{ urls: "stun:stun.example.org:3478" }]', 'the host stun.example.org'],
  ['navigator.sendBeacon("/a", b)', 'sendBeacon'],
  ['canvas.toBlob(done)', 'toBlob'],
  ['(0, eval)(text); eval(text)', 'eval'],
  ['new Function(text)', 'new Function'],
  ['document.cookie="a=1"', 'document.cookie'],
  ['peer.createDataChannel("x")', 'createDataChannel'],
  ['element.innerHTML=text', 'innerHTML'],
])('%s is told', (text, what) => {
  expect(scanText(text)).toContain(what);
});

test('the names of standards and words that only look like addresses are not', () => {
  const text =
    'createElementNS("http://www.w3.org/2000/svg"); return a?b:c.flatMap(d); my_toBlobby; retrieval(1)';
  expect(scanText(text)).toEqual([]);
});
