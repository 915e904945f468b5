import type { Check } from './findings.ts';

/** A change of one place in one source file. */
export interface Patch {
  /** From the root of the checkout. */
  readonly file: string;
  /** Stands there exactly once. */
  readonly find: string;
  readonly replace: string;
}

/** The app with a leak, and the check that must find it. */
export interface Mutant {
  readonly name: string;
  readonly leak: string;
  readonly expected: Check;
  readonly patches: readonly Patch[];
}

const READER = 'workers/vision/memory-picture-reader.ts';
const VISION = 'workers/vision/main.ts';

const UNSEALED: Patch = {
  file: 'workers/vision/vision-service.ts',
  find: '      sealed = options.seal();\n',
  replace: '',
};

/** Gives each frame to `leak`, an asynchronous function that `body` defines in the vision worker. */
function leakFrames(body: string): Patch[] {
  return [
    {
      file: READER,
      find: '        const plan = planFor(frame, view);\n',
      replace: '        await globalThis.leak(frame);\n        const plan = planFor(frame, view);\n',
    },
    {
      file: VISION,
      find: 'const die = installLastWords(scope);\n',
      replace: `const die = installLastWords(scope);\n${LEAK_TOOLS}\n${body}\n`,
    },
  ];
}

/** What the leaks have in common: raw pixels and a coded picture of a frame, and a record in IndexedDB. */
const LEAK_TOOLS = `
const rgbaOf = async (frame) => {
  const bytes = new Uint8Array(frame.allocationSize({ format: 'RGBA' }));
  await frame.copyTo(bytes, { format: 'RGBA' });
  return bytes;
};
const jpegOf = (frame, width, height) => {
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext('2d').drawImage(frame, 0, 0, width, height);
  return canvas.convertToBlob({ type: 'image/jpeg' });
};
const base64Of = async (blob) => {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
};
const keep = (database, value) => new Promise((resolve, reject) => {
  const opening = indexedDB.open(database, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore('kept', { autoIncrement: true });
  opening.onerror = reject;
  opening.onsuccess = () => {
    const writing = opening.result.transaction('kept', 'readwrite');
    writing.objectStore('kept').put(value);
    writing.oncomplete = () => { opening.result.close(); resolve(); };
    writing.onerror = reject;
  };
});
let leaked = 0;
`;

export const MUTANTS: readonly Mutant[] = [
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
    setTimeout(() => localStorage.clear(), 2000);
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
    leak: "the page draws the camera and sends pictures to the app's own server",
    expected: 'requests',
    patches: pageSees(`const canvas = document.createElement('canvas');
  canvas.width = 160; canvas.height = 90;
  setTimeout(() => {
    canvas.getContext('2d').drawImage(video, 0, 0, 160, 90);
    canvas.toBlob((picture) => navigator.sendBeacon('/collect', picture), 'image/jpeg');
  }, 3000);`),
  },
];

/** The page keeps a second look at the camera's track, as `video`. */
function pageSees(body: string): Patch[] {
  return [
    {
      file: 'src/adapters/camera/usb-camera.ts',
      find: '  const end = createStreamEnd(() => track.stop());\n',
      replace: `  const end = createStreamEnd(() => track.stop());
  const video = document.createElement('video');
  video.muted = true;
  video.srcObject = new MediaStream([track]);
  void video.play();
  ${body}
`,
    },
  ];
}
