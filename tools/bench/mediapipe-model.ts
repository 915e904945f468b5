import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { crc32 } from 'node:zlib';
import { ssdAnchors } from './ssd-anchors.ts';
import { detectorMetadata } from './tflite-metadata.ts';
import { withMetadata } from './tflite-with-metadata.ts';

const root = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** Where the comparison's model is kept: never part of the app. */
export const MEDIAPIPE_MODEL = root('.cache/bench/mediapipe-ssd.tflite');

const LABELS = 'labels.txt';
const PACKED = 'node_modules/@mediapipe/objectron/objectron_solution_packed_assets.data';

/** Writes the model for MediaPipe's ObjectDetector (category "Person") and returns its path. */
export function writeMediapipeModel(path = MEDIAPIPE_MODEL): string {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, mediapipeModel(readFileSync(root(PACKED))));
  return path;
}

/**
 * The detector within @mediapipe/objectron (SSD MobileNetV2, 300×300, 24 classes), with the metadata that the package
 * lacks. `packed` holds the names of the classes, a line each, then the model.
 */
export function mediapipeModel(packed: Uint8Array): Uint8Array {
  const start = Buffer.from(packed).indexOf('TFL3') - 4; // the mark follows the model's first four bytes
  if (start < 0) throw new Error('no TensorFlow Lite model is in the package');
  const labels = packed.subarray(0, start);
  const metadata = detectorMetadata({
    anchors: ssdAnchors(),
    classes: 24,
    mean: 127.5,
    deviation: 127.5,
    labelsFile: LABELS,
  });
  const model = withMetadata(packed.subarray(start), metadata);
  return Buffer.concat([model, storedZip(LABELS, labels, model.length)]);
}

/** A ZIP archive of one file, uncompressed, that begins at byte `from` of whatever it is appended to. */
function storedZip(name: string, data: Uint8Array, from: number): Uint8Array {
  const nameBytes = Buffer.from(name);
  const common = Buffer.alloc(26);
  common.writeUInt16LE(10, 0); // version 1.0
  common.writeUInt16LE(0x21, 8); // 1 January 1980
  common.writeUInt32LE(crc32(data), 10);
  common.writeUInt32LE(data.length, 14);
  common.writeUInt32LE(data.length, 18);
  common.writeUInt16LE(nameBytes.length, 22);
  const file = Buffer.concat([Buffer.from('PK\x03\x04'), common, nameBytes, data]);
  const place = Buffer.alloc(14);
  place.writeUInt32LE(from, 10);
  const madeBy = Buffer.from([10, 0]);
  const entry = Buffer.concat([Buffer.from('PK\x01\x02'), madeBy, common, place, nameBytes]);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(1, 4);
  end.writeUInt16LE(1, 6);
  end.writeUInt32LE(entry.length, 8);
  end.writeUInt32LE(from + file.length, 12);
  return Buffer.concat([file, entry, Buffer.from('PK\x05\x06'), end]);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(writeMediapipeModel());
