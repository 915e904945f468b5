import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { mediapipeModel } from '../../../tools/bench/mediapipe-model.ts';
import { ssdAnchors } from '../../../tools/bench/ssd-anchors.ts';
import { TfliteTable } from '../../../tools/bench/tflite-table.ts';

const PACKED = fileURLToPath(
  new URL(
    '../../../node_modules/@mediapipe/objectron/objectron_solution_packed_assets.data',
    import.meta.url,
  ),
);
const SUBGRAPHS = 2;
const BUFFERS = 4;
const METADATA = 6;

test('the model has as many reference boxes as the network gives boxes', () => {
  expect(ssdAnchors()).toHaveLength(1917);
});

test('the model keeps all its parts, gains metadata in a buffer of its own, and ends with the names of its classes', () => {
  const packed = readFileSync(PACKED);
  const start = packed.indexOf('TFL3') - 4;
  const before = TfliteTable.rootOf(packed.subarray(start));
  const model = Buffer.from(mediapipeModel(packed));
  const after = TfliteTable.rootOf(model);

  expect(after.tables(SUBGRAPHS)).toHaveLength(before.tables(SUBGRAPHS).length);
  expect(after.tables(BUFFERS)).toHaveLength(before.tables(BUFFERS).length + 1);
  const entry = after.tables(METADATA).at(-1);
  expect(entry?.integer(1)).toBe(before.tables(BUFFERS).length);
  const name = entry?.target(0) ?? 0;
  expect(model.toString('latin1', name + 4, name + 4 + model.readUInt32LE(name))).toBe('TFLITE_METADATA');
  const data = (after.tables(BUFFERS).at(-1)?.target(0) ?? 0) + 4;
  expect(data % 16).toBe(0);
  expect(model.toString('latin1', data + 4, data + 8)).toBe('M001');
  expect(model.subarray(-200).toString('latin1')).toContain('labels.txt');
});
