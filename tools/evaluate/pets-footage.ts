import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { detectionRows, trackedRows } from '../backtest/mot-rows.ts';
import { createProgress } from '../backtest/progress.ts';
import { runBacktest } from '../backtest/run-backtest.ts';
import type { Backtest } from '../backtest/run-backtest.ts';
import { readMotFile } from '../mot-file.ts';
import { petsFile, petsScore, readPetsTruth } from '../pets-truth.ts';
import type { PetsScore, PetsTruth } from '../pets-truth.ts';
import { petsVideo } from '../pets.ts';
import { trackingScores } from '../tracking-scores.ts';
import { averagePrecision } from './average-precision.ts';
import { aimed, told } from './table.ts';
import type { Row, Section } from './table.ts';

/** PETS end to end: the video through the app's pipeline in Chromium, against the truth. */
export async function petsSection(options: {
  readonly model: string | null;
  readonly motionGate: boolean;
}): Promise<Section> {
  const title = 'PETS 2009 S2.L1, video end to end';
  const video = petsVideo();
  const [countsPath, boxesPath] = [petsFile('counts.json'), petsFile('gt.txt')];
  if (!existsSync(video)) {
    return { title, absent: `no video at ${video} (Debian: apt-get install opencv-doc; or set PETS_VIDEO)` };
  }
  if (!countsPath || !boxesPath) return { title, absent: 'no truth in SHARED_DATA' };
  const truth = readPetsTruth(countsPath);
  const backtest = await withSceneFile(truth, (scene) =>
    runBacktest({ video, scene, backend: 'wasm', ...options }, createProgress()),
  );
  return { title: `${title} (${backtest.report.model.name})`, rows: rowsOf(backtest, truth, boxesPath) };
}

function rowsOf({ run, video, report }: Backtest, truth: PetsTruth, boxesPath: string): Row[] {
  const boxes = readMotFile(boxesPath);
  const precision = averagePrecision(boxes, detectionRows(run.frames, video));
  const tracking = trackingScores(boxes, trackedRows(run.frames, video));
  const score = petsScore(truth, [...run.frames.flatMap(({ events }) => events), ...run.closing]);
  const { timing, frames } = report;
  return [
    aimed('frames', `${frames} of 795`, { target: 'all', isMet: frames === 795 }),
    aimed('detections, AP at IoU 0.5', precision.toFixed(3), { target: '≥ 0.92', isMet: precision >= 0.92 }),
    ...countRows(score),
    told(
      'tracks: HOTA, IDF1, MOTA, switches',
      `${tracking.hota.toFixed(1)}, ${tracking.idf1.toFixed(1)}, ${tracking.mota.toFixed(1)}, ${tracking.switches}`,
    ),
    told(
      'median ms a frame: network, the rest',
      `${timing.detect_ms_median}, ${timing.other_ms_median} (this computer, now)`,
    ),
  ];
}

/** The counting figures of PETS; also for recorded detections. */
export function countRows({ lineError, missed, extra, zones }: PetsScore): Row[] {
  const faults = [...missed.map((name) => `missed ${name}`), ...extra.map((name) => `extra ${name}`)];
  return [
    aimed('lines, sum of errors of 55 crossings', `${lineError}`, { target: '≤ 2', isMet: lineError <= 2 }),
    told(
      'crossings missed, extra',
      `${missed.length}, ${extra.length}${faults.length > 0 ? ` (${faults.join('; ')})` : ''}`,
    ),
    ...zones.flatMap((zone) => {
      const share = zone.personSeconds / zone.trueSeconds - 1;
      const visits = `${zone.visits} of ${zone.trueVisits}`;
      const seconds = `${zone.personSeconds.toFixed(1)} of ${zone.trueSeconds} (${(100 * share).toFixed(1)} %)`;
      const dwell = `${zone.medianS.toFixed(1)} s of ${zone.trueMedianS} s`;
      const isAim = zone.id === 'left-meeting';
      return [
        isAim
          ? aimed(`zone ${zone.id}, visits`, visits, {
              target: '23 ± 2',
              isMet: Math.abs(zone.visits - 23) <= 2,
            })
          : told(`zone ${zone.id}, visits`, visits),
        isAim
          ? aimed(`zone ${zone.id}, person-seconds`, seconds, {
              target: '± 5 %',
              isMet: Math.abs(share) <= 0.05,
            })
          : told(`zone ${zone.id}, person-seconds`, seconds),
        told(`zone ${zone.id}, median dwell`, dwell),
      ];
    }),
  ];
}

/** The truth's lines and zones as a scene file: the pipeline is asked in the way that any developer asks it. */
async function withSceneFile<T>(truth: PetsTruth, use: (path: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'kazoe-evaluate-'));
  try {
    const path = join(folder, 'scene.json');
    writeFileSync(path, JSON.stringify(sceneFile(truth)));
    return await use(path);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** In is leftwards, but down the picture for the line that lies. */
function sceneFile({ lines, zones }: PetsTruth): object {
  return {
    units: 'px',
    lines: lines.map(({ id, a, b }) => ({ id, points: [a, b], in: a[0] === b[0] ? [-1, 0] : [0, 1] })),
    zones: zones.map(({ id, polygon }) => ({ id, polygon })),
  };
}
