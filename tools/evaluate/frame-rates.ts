import { createRandom } from '../../src/core/simulation/random.ts';
import { countRows } from '../count-rows.ts';
import { readMotFile, rowsByFrame } from '../mot-file.ts';
import { PETS_FOOTAGE, petsFile, petsScene, petsScore, readPetsTruth } from '../pets-truth.ts';
import { told } from './table.ts';
import type { Row, Section } from './table.ts';

/** Which frames of the 10 fps footage arrive; one entry per run that is tried. */
interface Degradation {
  readonly name: string;
  readonly runs: readonly ((frame: number) => boolean)[];
}

const RANDOM_RUNS = 10;

const DEGRADATIONS: readonly Degradation[] = [
  { name: '10 frames a second', runs: [() => true] },
  { name: '5 a second', runs: everyNth(2) },
  { name: '3.3 a second', runs: everyNth(3) },
  { name: '2.5 a second', runs: everyNth(4) },
  { name: '10 a second, 20 % lost at random', runs: drops(0.2) },
  { name: '10 a second, 40 % lost at random', runs: drops(0.4) },
  { name: '10 a second, 60 % lost at random', runs: drops(0.6) },
];

/** PETS counted from recorded detections at lower and irregular frame rates: what a slow PC costs. */
export function frameRateSection(): Section {
  const title =
    'PETS, recorded detections det-nanodet.txt, fewer frames, worst run: crossings missed and extra of 55, visits off, person-seconds off';
  const [detections, counts] = [petsFile('det-nanodet.txt'), petsFile('counts.json')];
  if (!detections || !counts) return { title, absent: 'not in SHARED_DATA' };
  const truth = readPetsTruth(counts);
  const frames = rowsByFrame(readMotFile(detections));
  const scene = petsScene(truth);
  const rows = DEGRADATIONS.map(({ name, runs }): Row => {
    const scores = runs.map((isSeen) => petsScore(truth, countRows(frames, PETS_FOOTAGE, { scene, isSeen })));
    const faults = Math.max(...scores.map(({ missed, extra }) => missed.length + extra.length));
    const zones = scores.flatMap((score) => score.zones);
    const visits = Math.max(...zones.map((zone) => Math.abs(zone.visits - zone.trueVisits)));
    const seconds = Math.max(...zones.map((zone) => Math.abs(zone.personSeconds / zone.trueSeconds - 1)));
    return told(
      `${name} (${runs.length} ${runs.length === 1 ? 'run' : 'runs'})`,
      `${faults}, ${visits}, ${(100 * seconds).toFixed(1)} %`,
    );
  });
  return { title, rows };
}

/** Every n-th frame, once from each start. */
function everyNth(n: number): ((frame: number) => boolean)[] {
  return Array.from({ length: n }, (_, start) => (frame: number) => frame % n === start);
}

function drops(share: number): ((frame: number) => boolean)[] {
  return Array.from({ length: RANDOM_RUNS }, (_, run) => {
    const random = createRandom(run + 1);
    const seen = Array.from({ length: 1000 }, () => !random.chance(share));
    return (frame: number) => seen[frame] ?? true;
  });
}
