import { leakFrames, leakRows, pageSees, READER, UNSEALED } from './leaks.ts';
import { PREVIEW_MUTANTS } from './preview-mutants.ts';
import type { Mutant } from './mutant.ts';

export const MUTANTS: readonly Mutant[] = [
  ...PREVIEW_MUTANTS, // they take longest, and side by side the last should be short
  {
    name: 'raw-in-indexeddb',
    leak: 'the vision worker is not sealed and keeps raw RGBA of three frames in IndexedDB, compressed on disk',
    expected: 'inventory',
    patches: [
      UNSEALED,
      ...leakFrames(
        'globalThis.leak = async (frame) => { if (leaked++ < 3) await keep("frames", await rgbaOf(frame)); };',
      ),
    ],
  },
  {
    name: 'blob-in-indexeddb',
    leak: 'the vision worker is not sealed and keeps JPEG blobs of three frames in IndexedDB',
    expected: 'inventory',
    patches: [
      UNSEALED,
      ...leakFrames(`globalThis.leak = async (frame) => {
  if (leaked++ < 3) await keep("pictures", { picture: await jpegOf(frame, 640, 360) });
};`),
    ],
  },
  {
    name: 'jpeg-cached-then-deleted',
    leak: 'the vision worker is not sealed, puts JPEG pictures into Cache Storage and deletes them again',
    expected: 'disk',
    patches: [
      UNSEALED,
      ...leakFrames(`globalThis.leak = async (frame) => {
  if (leaked++ >= 3) return;
  const picture = await jpegOf(frame, 640, 360);
  const cache = await caches.open('pictures');
  await cache.put('/picture-' + leaked, new Response(picture));
  await new Promise((resolve) => setTimeout(resolve, 300));
  await caches.delete('pictures');
};`),
    ],
  },
  {
    name: 'jpeg-in-own-files',
    leak: "the vision worker is not sealed and writes JPEG pictures into the origin's own file system",
    expected: 'inventory',
    patches: [
      UNSEALED,
      ...leakFrames(`globalThis.leak = async (frame) => {
  if (leaked++ >= 3) return;
  const folder = await navigator.storage.getDirectory();
  const file = await folder.getFileHandle('picture-' + leaked, { create: true });
  const writable = await file.createWritable();
  await writable.write(await jpegOf(frame, 640, 360));
  await writable.close();
};`),
    ],
  },
  {
    name: 'frames-on-the-figures-port',
    leak: 'pixels leave on the port of the figures, as numbers beyond its layout',
    expected: 'messages',
    patches: [
      ...leakFrames(
        'globalThis.leak = async (frame) => { globalThis.luma = (await rgbaOf(frame)).subarray(0, 262144); };',
      ),
      {
        file: 'workers/vision/tally-output.ts',
        find: '      send(numbers, [numbers.buffer]);\n',
        replace:
          '      send(numbers, [numbers.buffer]);\n      if (globalThis.luma) send(Float64Array.from(globalThis.luma));\n',
      },
    ],
  },
  {
    name: 'pixels-as-people',
    leak: 'pixels leave as places of people who are not there, in rows of the right form and within their bound',
    expected: 'messages',
    patches: leakRows(`      const numbers = encodeTally({
        ...part,
        people: Array.from({ length: 128 }, (_, at) => ({
          x: (globalThis.luma?.[at * 8] ?? 0) / 256,
          y: (globalThis.luma?.[at * 8 + 4] ?? 0) / 256,
        })),
      });
`),
  },
  {
    name: 'pixels-in-the-digits-behind',
    leak: 'pixels leave in the last digits of true figures: as many rows, and of the same length',
    expected: 'messages',
    patches: [
      {
        file: 'src/contracts/tally-codec.ts',
        find: "    if (!Number.isInteger(value * STEPS)) throw new Error('tally: a number is too fine');\n",
        replace: '',
      },
      ...leakRows(`      const numbers = encodeTally(part).map((number, at) =>
        (at >= 10 && at <= 12) || (at >= 24 && at < 24 + 2 * part.people.length) ? number + (globalThis.luma?.[at * 8] ?? 0) * 2 ** -32 : number,
      );
`),
    ],
  },
  {
    name: 'pixels-in-more-rows',
    leak: 'pixels leave as brightness, in rows of the right form and length that nobody asked for',
    expected: 'messages',
    patches: leakRows(`      const numbers = encodeTally(part);
      for (let at = 0; at < 64; at++) {
        const row = encodeTally({ ...part, measuredFromMs: part.atMs, events: [], heat: null, look: null,
          ended: false, brightness: globalThis.luma?.[at * 8] ?? 0 });
        send(row, [row.buffer]);
      }
`),
  },
  {
    name: 'thumbnail-sent',
    leak: "the vision worker is not sealed and sends a thumbnail to the app's own server",
    expected: 'console',
    patches: [
      UNSEALED,
      ...leakFrames(`globalThis.leak = async (frame) => {
  if (leaked++ >= 3) return;
  await fetch('/collect', { method: 'POST', body: await jpegOf(frame, 160, 90) }).catch(() => undefined);
};`),
    ],
  },
  {
    name: 'picture-in-the-console',
    leak: 'the vision worker is not sealed and logs a picture as base64',
    expected: 'console',
    patches: [
      UNSEALED,
      ...leakFrames(`globalThis.leak = async (frame) => {
  if (leaked++ < 3) console.log(await base64Of(await jpegOf(frame, 320, 180)));
};`),
    ],
  },
  {
    name: 'frames-kept',
    leak: 'the vision worker keeps a copy of every frame in an array',
    expected: 'memory',
    patches: leakFrames(`globalThis.frames = [];
globalThis.leak = async (frame) => { globalThis.frames.push(await rgbaOf(frame)); };`),
  },
  {
    name: 'frames-not-closed',
    leak: 'one frame in ten is neither closed nor told to be',
    expected: 'ledger',
    patches: [
      {
        file: READER,
        find: '        frame.close();\n        onClosed();\n',
        replace:
          '        globalThis.read = (globalThis.read ?? 0) + 1;\n' +
          '        if (globalThis.read % 10 !== 0) { frame.close(); onClosed(); }\n',
      },
    ],
  },
  {
    name: 'events-in-the-archive',
    leak: 'the archive keeps a row with the time of every person who crosses a line, beside the figures of the slots',
    expected: 'inventory',
    patches: [
      {
        file: 'workers/archive/recorder.ts',
        find: '    for (const tally of tallies) {\n',
        replace: `    for (const tally of tallies) {
      if (tally.people.length > 0) globalThis.keepEvent?.({ slot: Math.floor(tally.atMs / 60000), line: 1, at_ms: Math.round(tally.atMs) });
`,
      },
      {
        file: 'workers/archive/database.ts',
        find: '    const database = await Promise.race([opened, blocked]);\n',
        replace: `    const database = await Promise.race([opened, blocked]);
    globalThis.keepEvent = (row) => void database.put('line_slot', row);
`,
      },
    ],
  },
  {
    name: 'picture-in-local-storage',
    leak: 'the page draws the camera and keeps data URLs in localStorage',
    expected: 'disk',
    patches: pageSees(`const canvas = document.createElement('canvas');
  canvas.width = 320; canvas.height = 180;
  setTimeout(() => {
    canvas.getContext('2d').drawImage(video, 0, 0, 320, 180);
    localStorage.setItem('picture', canvas.toDataURL('image/jpeg'));
    setTimeout(() => localStorage.clear(), 8000); // Chromium writes it to the disk after five seconds
  }, 3000);`),
  },
  {
    name: 'preview-on-the-page',
    leak: 'the page shows the camera',
    expected: 'screens',
    patches: pageSees(
      "video.style.cssText = 'position:fixed;right:0;bottom:0;width:320px'; document.body.append(video);",
    ),
  },
  {
    name: 'beacon-from-the-page',
    leak: "the page has not given up beacons, draws the camera and sends pictures to the app's own server",
    expected: 'requests',
    patches: [
      { file: 'src/main.tsx', find: 'guardPage();\n', replace: '' },
      ...pageSees(`const canvas = document.createElement('canvas');
  canvas.width = 160; canvas.height = 90;
  setTimeout(() => {
    canvas.getContext('2d').drawImage(video, 0, 0, 160, 90);
    canvas.toBlob((picture) => navigator.sendBeacon('/collect', picture), 'image/jpeg');
  }, 3000);`),
    ],
  },
  {
    name: 'picture-to-another-port',
    leak: 'the page, whose policy is open and is not looked at, sends pictures to another port of this PC',
    expected: 'requests',
    isPolicyOpen: true,
    patches: [
      {
        file: 'src/core/review/judge-policy.ts',
        find: '  const directives = parsePolicy(policy);\n',
        replace: '  if (policy) return [];\n  const directives = parsePolicy(policy);\n',
      },
      ...pageSees(`const canvas = document.createElement('canvas');
  canvas.width = 160; canvas.height = 90;
  setTimeout(() => {
    canvas.getContext('2d').drawImage(video, 0, 0, 160, 90);
    canvas.toBlob((picture) => fetch('http://127.0.0.1:9/collect', { method: 'POST', body: picture, mode: 'no-cors' })
      .catch(() => undefined), 'image/jpeg');
  }, 3000);`),
    ],
  },
  {
    name: 'pictures-on-a-data-channel',
    leak: 'the page has not given up WebRTC, draws the camera and opens a WebRTC data channel for the pictures',
    expected: 'coding',
    patches: [
      { file: 'src/main.tsx', find: 'guardPage();\n', replace: '' },
      ...pageSees(`const canvas = document.createElement('canvas');
  canvas.width = 160; canvas.height = 90;
  const [near, far] = [new RTCPeerConnection(), new RTCPeerConnection()];
  near.onicecandidate = ({ candidate }) => candidate && far.addIceCandidate(candidate);
  far.onicecandidate = ({ candidate }) => candidate && near.addIceCandidate(candidate);
  const channel = near.createDataChannel('pictures');
  channel.onopen = () => setInterval(() => {
    canvas.getContext('2d').drawImage(video, 0, 0, 160, 90);
    channel.send(canvas.getContext('2d').getImageData(0, 0, 160, 90).data);
  }, 500);
  void near.setLocalDescription()
    .then(() => far.setRemoteDescription(near.localDescription))
    .then(() => far.setLocalDescription())
    .then(() => near.setRemoteDescription(far.localDescription));`),
    ],
  },
];
