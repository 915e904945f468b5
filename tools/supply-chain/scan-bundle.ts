import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesUnder } from '../build/build-manifest.ts';

/** What of a build should not be there. */
export interface BundleFinding {
  readonly file: string;
  readonly what: string;
}

const TEXT = /\.(js|css|html|json|webmanifest|svg)$/;
const ABSOLUTE = [
  /(?:https?|wss?|ftp):\/\/([a-z0-9-]+(?:\.[a-z0-9-]+)+)/gi,
  /["'`](?:stuns?|turns?):([a-z0-9-]+(?:\.[a-z0-9-]+)+)/gi,
  /["'`(]\/\/([a-z0-9-]+(?:\.[a-z0-9-]+)+)/gi,
];
/**
 * Hosts that are named and never asked: identifiers of standards, addresses inside messages of libraries, the example
 * of a gateway. The request lists of the browser tests show that nobody asks for them.
 */
const NAMED_ONLY =
  /(^|\.)(w3\.org|github\.com|mozilla\.org|nodejs\.org|onnxruntime\.ai|whatwg\.org|rolldown\.rs|web\.dev|purl\.org|ns\.adobe\.com|aiim\.org|192\.168\.1\.20)$/;
/** Lists of other makers' packages and their licences: full of addresses, read by nobody but people. */
const LISTS = /^\/(sbom\.cdx\.json|third-party-notices\.txt)$/;

/** Names of what codes, records, sends or keeps something, or runs text as code. */
const BANNED = [
  'toDataURL toBlob convertToBlob captureStream takePhoto grabFrame MediaRecorder ImageCapture VideoEncoder',
  'ImageEncoder transferToImageBitmap requestVideoFrameCallback readAsDataURL readAsArrayBuffer FileReader',
  'sendBeacon WebSocket WebSocketStream EventSource XMLHttpRequest WebTransport fetchLater createDataChannel',
  'RTCDataChannel importScripts SharedWorker BroadcastChannel PushManager getDisplayMedia',
  'localStorage sessionStorage cookieStore showSaveFilePicker showOpenFilePicker getDirectory',
  'innerHTML outerHTML insertAdjacentHTML srcdoc createContextualFragment setHTMLUnsafe',
].flatMap((names) => names.split(' '));
const CALLS: Readonly<Record<string, RegExp>> = {
  eval: /(?<![\w.$])eval\s*\(/,
  'new Function': /new\s+Function\s*\(/,
  'document.write': /document\s*\.\s*write/,
  'document.cookie': /document\s*\.\s*cookie/,
  'window.open': /(?:window|globalThis|self)\s*\.\s*open\s*\(/,
};

/**
 * Where a banned name may stand, and why. The sealed workers carry the list of what they refuse as text; a library
 * asks whether something is there, or has a way that is never gone, which the browser tests and the seal show.
 */
export interface Allowance {
  readonly files: RegExp;
  readonly names: readonly string[];
  readonly why: string;
}

/** Looks through every text of a build. */
export function scanBundle(dist: string, allowances: readonly Allowance[]): BundleFinding[] {
  return filesUnder(dist)
    .filter((file) => TEXT.test(file) && !LISTS.test(file))
    .flatMap((file) => {
      const found = scanText(readFileSync(join(dist, file), 'utf8'));
      const allowed = allowances.filter(({ files }) => files.test(file)).flatMap(({ names }) => names);
      return found.filter((what) => !allowed.includes(what)).map((what) => ({ file, what }));
    });
}

/** Banned names and foreign hosts in a text, each once. */
export function scanText(text: string): string[] {
  const hosts = ABSOLUTE.flatMap((pattern) => [...text.matchAll(pattern)])
    .map(([, host]) => host?.toLowerCase() ?? '')
    .filter((host) => !NAMED_ONLY.test(host));
  const names = BANNED.filter((name) => new RegExp(`\\b${name}\\b`).test(text));
  const calls = Object.entries(CALLS).flatMap(([name, pattern]) => (pattern.test(text) ? [name] : []));
  return [...new Set([...hosts.map((host) => `the host ${host}`), ...names, ...calls])];
}
