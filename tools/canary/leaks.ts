import type { Patch } from './patch.ts';

/** Where the vision worker reads frames. */
export const READER = 'workers/vision/memory-picture-reader.ts';
const VISION = 'workers/vision/main.ts';

/** The vision worker keeps its means to send and store. */
export const UNSEALED: Patch = {
  file: 'workers/vision/vision-service.ts',
  find: '      sealed = options.seal();\n',
  replace: '',
};

/** Gives each frame to `leak`, an asynchronous function that `body` defines in the vision worker. */
export function leakFrames(body: string): Patch[] {
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

/** Each frame's pixels lie in `globalThis.luma`; `encode` stands where a row of figures is made, as `numbers`. */
export function leakRows(encode: string): Patch[] {
  return [
    ...leakFrames(
      'globalThis.leak = async (frame) => { globalThis.luma = (await rgbaOf(frame)).subarray(0, 262144); };',
    ),
    {
      file: 'workers/vision/tally-output.ts',
      find: '      const numbers = encodeTally(part);\n',
      replace: encode,
    },
  ];
}

/** The page keeps a second look at the camera's track, as `video`. */
export function pageSees(body: string): Patch[] {
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

/** The vision worker leaves the context of the set-up picture in `globalThis.shown`; `draw` stands for its blocks. */
export function workerDrawsPreview(draw: string): Patch {
  return {
    file: 'workers/vision/preview.ts',
    find: '      drawBlocks(open.context, blocks, open.background.over(blocks));\n',
    replace: `      globalThis.shown = open.context;\n${draw}`,
  };
}

/** The page has the canvas of the set-up picture as `shown`, three seconds after it was opened. */
export function pageReadsPreview(body: string): Patch {
  return {
    file: 'src/ui/widgets/preview-backdrop.tsx',
    find: '    return () => void preview.close();',
    replace: `    const shown = canvas.current;
    const keepPicture = (picture) => {
      const opening = indexedDB.open('pictures', 1);
      opening.onupgradeneeded = () => opening.result.createObjectStore('kept', { autoIncrement: true });
      opening.onsuccess = () => {
        opening.result.transaction('kept', 'readwrite').objectStore('kept').put({ picture });
        opening.result.close();
      };
    };
    setTimeout(() => { ${body} }, 3000);
    return () => void preview.close();`,
  };
}
