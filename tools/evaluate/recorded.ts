import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { countRows as countMotRows } from '../count-rows.ts';
import { readMotFile, rowsByFrame } from '../mot-file.ts';
import { PETS_FOOTAGE, petsFile, petsScene, petsScore, readPetsTruth } from '../pets-truth.ts';
import { sharedData } from '../pets.ts';
import { trackRows } from '../track-rows.ts';
import type { Footage } from '../track-rows.ts';
import { trackingScores } from '../tracking-scores.ts';
import { frameRateSection } from './frame-rates.ts';
import { countRows } from './pets-footage.ts';
import { told } from './table.ts';
import type { Row, Section } from './table.ts';

/** The tracker alone on recorded detections, and PETS counted from them. */
export function recordedSections(): Section[] {
  return [petsRecorded('det-nanodet.txt'), petsRecorded('det.txt'), frameRateSection(), campusRecorded()];
}

function petsRecorded(name: 'det-nanodet.txt' | 'det.txt'): Section {
  const title = `PETS, recorded detections ${name}`;
  const [detections, boxes, counts] = [petsFile(name), petsFile('gt.txt'), petsFile('counts.json')];
  if (!detections || !boxes || !counts) return { title, absent: 'not in SHARED_DATA' };
  const truth = readPetsTruth(counts);
  const frames = rowsByFrame(readMotFile(detections));
  const events = countMotRows(frames, PETS_FOOTAGE, { scene: petsScene(truth) });
  return {
    title,
    rows: [trackingRow({ detections, boxes }, PETS_FOOTAGE), ...countRows(petsScore(truth, events))],
  };
}

function campusRecorded(): Section {
  const title = 'TUD-Campus, recorded detections';
  const folder = join(sharedData(), 'tud-campus');
  const [detections, boxes] = [join(folder, 'det.txt'), join(folder, 'gt.txt')];
  if (!existsSync(detections) || !existsSync(boxes)) return { title, absent: 'not in SHARED_DATA' };
  return { title, rows: [trackingRow({ detections, boxes }, { fps: 25, width: 640, height: 480 })] };
}

function trackingRow(paths: { readonly detections: string; readonly boxes: string }, footage: Footage): Row {
  const tracks = trackRows(rowsByFrame(readMotFile(paths.detections)), footage);
  const { hota, idf1, mota, switches } = trackingScores(readMotFile(paths.boxes), tracks);
  const scores = [hota, idf1, mota].map((score) => score.toFixed(1)).join(', ');
  return told('tracks: HOTA, IDF1, MOTA, switches', `${scores}, ${switches}`);
}
