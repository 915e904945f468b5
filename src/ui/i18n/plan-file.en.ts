import type { PlanFitProblem } from '../../core/plan-file/plan-of-drawing.ts';
import type { LeftOut, PlanFileRefusal } from '../../core/plan-file/read-svg-plan.ts';

const refusals: Readonly<Record<PlanFileRefusal, string>> = {
  'too-long': 'The file is too large. At most 2 MB are read.',
  'not-svg': 'This is no SVG file. Save the plan as SVG and choose that file.',
  broken: 'The file cannot be read: it is damaged, or compressed. Save it once more as plain SVG.',
  picture:
    'There is a picture in the file. Photos and pictures are not accepted, as people could be on them. Remove the picture and save the lines alone.',
  'embedded-page':
    'There is a page or something else embedded in the file. Save it as plain SVG, without data for editing.',
  script: 'There is program code in the file. Save the lines alone.',
  'embedded-data': 'There is embedded data in the file. Save it as plain SVG, with nothing embedded.',
  'too-many-elements': 'There are more than 20,000 parts in the file. Save the walls and furniture alone.',
  'too-deep': 'Too many groups lie within each other. Ungroup the drawing and save it again.',
  'too-detailed': 'The drawing is too detailed. Remove hatching and small parts and save it again.',
  'no-shapes': 'There is no line to be taken in the file.',
};

const fits: Readonly<Record<PlanFitProblem, string>> = {
  width: 'Give metres from 1 to 200.',
  depth: 'With this width the plan would be less than 1 m or more than 200 m deep. Check the width.',
  'too-many-shapes': 'There are more than 500 lines. Remove small parts and save the file again.',
  'too-detailed': 'The drawing is too detailed. Remove hatching and small parts and save it again.',
};

const leftOut: Readonly<Record<LeftOut, string>> = {
  text: 'Texts',
  style: 'Style sheets',
  link: 'Links',
  copy: 'Copies and symbols',
  effect: 'Effects such as gradients, clipping and masks',
  animation: 'Animations',
  hidden: 'Hidden parts',
  unreadable: 'Shapes that cannot be read',
  other: 'Other parts',
};

/** Words for a plan that comes from an SVG file. */
export const planFileEn = {
  refusals,
  fits,
  leftOut,
  title: 'Plan from an SVG file',
  open: 'Take the plan from an SVG file',
  intro:
    'Walls, shelves and other lines of an SVG file become the plan. Only the numbers of the lines are taken; the file is not kept. A file with a photo or picture in it is refused.',
  choose: 'Choose an SVG file, or drop it here',
  refused: (reason: string) => `Not taken. ${reason}`,
  found: (lines: string) => `${lines} lines were found.`,
  leftOutTitle: 'Left out:',
  leftOutItem: (kind: string, count: string) => `${kind}: ${count}`,
  width: 'Width of the drawing, m',
  widthHint: 'From the leftmost line to the rightmost one.',
  size: (width: string, depth: string) => `The plan will be ${width} × ${depth} m.`,
  replaces:
    'It takes the place of the plan so far. Floor marks and areas keep their metres: measure them from the upper left corner of the new plan.',
  save: 'Use this plan',
};

export type PlanFileMessages = typeof planFileEn;
