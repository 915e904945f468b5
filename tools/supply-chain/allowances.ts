import type { Allowance } from './scan-bundle.ts';

/** What the sealed workers refuse, as text; the seal's tests try each of them in the running worker. */
const SEALED = [
  'convertToBlob MediaRecorder VideoEncoder ImageEncoder transferToImageBitmap readAsDataURL readAsArrayBuffer',
  'FileReader sendBeacon WebSocket WebSocketStream EventSource XMLHttpRequest WebTransport fetchLater',
  'RTCDataChannel importScripts SharedWorker BroadcastChannel PushManager cookieStore getDirectory',
].flatMap((names) => names.split(' '));

/** The banned names that stand in the build. Each must be needed: a test fails for one that is not. */
export const ALLOWANCES: readonly Allowance[] = [
  {
    files: /^\/assets\/vision-(thread-)?(?!runtime)[\w-]+\.js$/,
    names: SEALED,
    why: 'the list of what the seal takes away',
  },
  {
    files: /^\/assets\/vision-runtime-[\w-]+\.js$/,
    names: ['XMLHttpRequest', 'toDataURL'],
    why: 'onnxruntime-web: loading of files and drawing of tensors, neither of which is used; sealed in the worker',
  },
  {
    files: /^\/assets\/chart-[\w-]+\.js$/,
    names: ['toDataURL'],
    why: 'chart.js: the picture of a chart, which the app never asks for',
  },
  {
    files: /^\/assets\/index-[\w-]+\.js$/,
    names: ['localStorage', 'sessionStorage', 'document.cookie', 'getDirectory'],
    why: 'the self-check looks whether anything is kept there',
  },
  {
    files: /^\/assets\/privacy-view-[\w-]+\.js$/,
    names: ['localStorage', 'sessionStorage'],
    why: 'the table of what the self-check found there',
  },
  {
    files: /^\/assets\/index-[\w-]+\.js$/,
    names: [
      'MediaRecorder ImageCapture VideoEncoder sendBeacon WebSocket WebSocketStream EventSource',
      'WebTransport fetchLater SharedWorker',
    ].flatMap((names) => names.split(' ')),
    why: 'the list of what the page gives up',
  },
  {
    files: /^\/assets\/history-view-[\w-]+\.js$/,
    names: ['toBlob'],
    why: 'a chart becomes an image, from numbers and words alone (ui/canvas/chart-image.ts)',
  },
  {
    files: /^\/assets\/preact-[\w-]+\.js$/,
    names: ['innerHTML'],
    why: 'preact: dangerouslySetInnerHTML, which lint forbids and Trusted Types refuse',
  },
  {
    files: /^\/assets\/paper-to-pdf-[\w-]+\.js$/,
    names: ['innerHTML', 'outerHTML'],
    why: '@cantoo/pdf-lib: fields of its own reader of SVG text, which the app never calls; no element of the page',
  },
];
