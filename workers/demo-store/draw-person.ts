import type { SimulatedPerson } from '../../src/core/simulation/person.ts';
import { type Appearance, appearanceOf } from './appearance.ts';
import { type Context, type Picture, type Pixel, strokeLine } from './picture.ts';

/** A joint: along the heading, to the right of it, and up, in shares of the body's height. */
type Joint = readonly [forward: number, right: number, up: number];

interface Body {
  readonly ctx: Context;
  readonly person: SimulatedPerson;
  readonly colours: Appearance;
  /** Where a joint appears. */
  readonly at: (joint: Joint) => Pixel;
  /** Pixels per body height. */
  readonly unitPx: number;
  /** How far the person looks towards the camera, −1 (away) to 1. */
  readonly facing: number;
  /** Side nearer to the camera: 1 right, −1 left. */
  readonly nearSide: 1 | -1;
}

const HIP_UP = 0.52;
const SHOULDER_UP = 0.81;
const HEAD_UP = 0.925;

/** Draws somebody with the feet at their place on the floor: limbs as thick lines between projected joints. */
export function drawPerson(ctx: Context, person: SimulatedPerson, picture: Picture): void {
  const body = bodyOf(ctx, person, picture);
  drawShadow(body, picture);
  drawLeg(body, -body.nearSide);
  drawLeg(body, body.nearSide);
  if (body.colours.wearsSkirt) drawSkirt(body);
  drawArm(body, -body.nearSide);
  if (body.colours.carries === 'backpack' && body.facing > 0) drawBackpack(body);
  drawTorso(body);
  if (body.colours.carries === 'backpack' && body.facing <= 0) drawBackpack(body);
  drawArm(body, body.nearSide);
  drawHead(body);
}

function bodyOf(ctx: Context, person: SimulatedPerson, picture: Picture): Body {
  const { position, headingRad, heightM } = person;
  const forward = { x: Math.cos(headingRad), y: Math.sin(headingRad) };
  const right = { x: forward.y, y: -forward.x };
  const toCamera = { x: picture.view.position.x - position.x, y: picture.view.position.y - position.y };
  const length = Math.hypot(toCamera.x, toCamera.y);
  return {
    ctx,
    person,
    colours: appearanceOf(person.look),
    unitPx: picture.pixelsPerMetre(position, heightM / 2) * heightM,
    facing: (forward.x * toCamera.x + forward.y * toCamera.y) / length,
    nearSide: right.x * toCamera.x + right.y * toCamera.y > 0 ? 1 : -1,
    at: ([along, across, up]) =>
      picture.at(
        {
          x: position.x + (forward.x * along + right.x * across) * heightM,
          y: position.y + (forward.y * along + right.y * across) * heightM,
        },
        up * heightM,
      ),
  };
}

function drawShadow({ ctx, person, unitPx }: Body, picture: Picture): void {
  const centre = picture.at(person.position, 0);
  ctx.fillStyle = 'rgb(40 34 28 / 0.1)';
  for (const size of [0.19, 0.15, 0.11]) {
    ctx.beginPath();
    ctx.ellipse(centre.x, centre.y, unitPx * size, unitPx * size * 0.36, 0, 0, Math.PI * 2);
    ctx.fill();
  }
}

function drawLeg({ ctx, person, colours, at, unitPx }: Body, side: number): void {
  const swing = Math.sin(person.stride * Math.PI * 2 + (side > 0 ? 0 : Math.PI));
  const lift = Math.max(0, Math.cos(person.stride * Math.PI * 2 + (side > 0 ? 0 : Math.PI))) * person.pace;
  const reach = swing * 0.15 * person.pace;
  const hip: Joint = [0, side * 0.05, HIP_UP];
  const knee: Joint = [reach * 0.55 + lift * 0.05, side * 0.055, 0.28 + lift * 0.015];
  const ankle: Joint = [reach - lift * 0.03, side * 0.055, 0.035 + lift * 0.045];
  const toe: Joint = [ankle[0] + 0.075, side * 0.06, ankle[2] - 0.018];
  const colour = side > 0 ? colours.legs : colours.legsShade;
  const bare = colours.wearsSkirt ? colours.skin : colour;
  strokeLine(ctx, [at(ankle), at(toe)], { colour: colours.shoes, widthPx: unitPx * 0.043 });
  strokeLine(ctx, [at(knee), at(ankle)], { colour: bare, widthPx: unitPx * 0.058 });
  strokeLine(ctx, [at(hip), at(knee)], { colour, widthPx: unitPx * 0.088 });
}

function drawSkirt({ ctx, colours, at, unitPx }: Body): void {
  const hem = [at([0, -0.07, 0.31]), at([0, 0.07, 0.31])];
  ctx.beginPath();
  const outline = [at([0, -0.06, HIP_UP + 0.03]), ...hem, at([0, 0.06, HIP_UP + 0.03])];
  outline.forEach(({ x, y }, i) => (i === 0 ? ctx.moveTo(x, y) : ctx.lineTo(x, y)));
  ctx.closePath();
  ctx.fillStyle = colours.legs;
  ctx.strokeStyle = colours.legs;
  ctx.lineJoin = 'round';
  ctx.lineWidth = unitPx * 0.09;
  ctx.fill();
  ctx.stroke();
}

function drawTorso({ ctx, colours, at, unitPx }: Body): void {
  const corners = [
    at([0, -0.082, SHOULDER_UP - 0.03]),
    at([0, 0.082, SHOULDER_UP - 0.03]),
    at([0, 0.052, 0.63]),
    at([0, 0.06, HIP_UP]),
    at([0, -0.06, HIP_UP]),
    at([0, -0.052, 0.63]),
  ];
  const middle = at([0, 0, 0.66]);
  const shade = ctx.createLinearGradient(middle.x - unitPx * 0.13, 0, middle.x + unitPx * 0.13, 0);
  shade.addColorStop(0, colours.top);
  shade.addColorStop(0.55, colours.top);
  shade.addColorStop(1, colours.topShade);
  ctx.beginPath();
  corners.forEach(({ x, y }, i) => (i === 0 ? ctx.moveTo(x, y) : ctx.lineTo(x, y)));
  ctx.closePath();
  ctx.fillStyle = shade;
  ctx.strokeStyle = shade;
  ctx.lineJoin = 'round';
  ctx.lineWidth = unitPx * 0.1;
  ctx.fill();
  ctx.stroke();
}

function drawArm({ ctx, person, colours, at, unitPx, nearSide }: Body, side: number): void {
  const swing = -Math.sin(person.stride * Math.PI * 2 + (side > 0 ? 0 : Math.PI)) * person.pace;
  const carries = colours.carries === 'bag' && side > 0;
  const shoulder: Joint = [0, side * 0.115, SHOULDER_UP - 0.02];
  const elbow: Joint = [swing * 0.07 - 0.01, side * 0.135, 0.645];
  const hand: Joint = [swing * (carries ? 0.05 : 0.15) + 0.03, side * 0.13, 0.5];
  const sleeve = side === nearSide ? colours.topShade : colours.top;
  const lower = colours.sleevesAreShort ? colours.skin : sleeve;
  strokeLine(ctx, [at(hand), at(hand)], { colour: colours.skin, widthPx: unitPx * 0.05 });
  strokeLine(ctx, [at(elbow), at(hand)], { colour: lower, widthPx: unitPx * 0.046 });
  strokeLine(ctx, [at(shoulder), at(elbow)], { colour: sleeve, widthPx: unitPx * 0.062 });
  if (!carries) return;
  const top = at([hand[0], hand[1], 0.46]);
  ctx.fillStyle = '#e7e2d6';
  ctx.fillRect(top.x - unitPx * 0.06, top.y, unitPx * 0.12, unitPx * 0.14);
}

function drawBackpack({ ctx, at, unitPx }: Body): void {
  strokeLine(ctx, [at([-0.075, 0, 0.76]), at([-0.08, 0, 0.61])], {
    colour: '#3c4038',
    widthPx: unitPx * 0.15,
  });
}

function drawHead({ ctx, colours, at, unitPx, facing }: Body): void {
  const head = at([0.012, 0, HEAD_UP]);
  const front = at([0.05, 0, HEAD_UP - 0.008]);
  const radius = unitPx * 0.062;
  strokeLine(ctx, [at([0, 0, 0.83]), at([0.005, 0, 0.88])], { colour: colours.skin, widthPx: unitPx * 0.06 });
  if (colours.hairIsLong) {
    const back = [at([-0.025, 0, HEAD_UP]), at([-0.04, 0, 0.8])];
    if (facing > 0) strokeLine(ctx, back, { colour: colours.hair, widthPx: unitPx * 0.13 });
  }
  ellipse(ctx, head, { radiusX: radius * 0.88, radiusY: radius * 1.12, colour: colours.skin });
  ctx.save();
  ctx.beginPath();
  ctx.ellipse(head.x, head.y, radius * 0.96, radius * 1.2, 0, 0, Math.PI * 2);
  ctx.clip();
  const hairShift = {
    x: head.x - (front.x - head.x) * 1.4,
    y: head.y - radius * (facing > 0 ? 0.95 * facing : 0),
  };
  const cover = facing > 0 ? 0.95 : 1.25;
  ellipse(ctx, hairShift, { radiusX: radius * cover, radiusY: radius * cover, colour: colours.hair });
  ctx.restore();
  if (colours.hairIsLong && facing <= 0) {
    const back = [at([-0.03, 0, HEAD_UP]), at([-0.045, 0, 0.79])];
    strokeLine(ctx, back, { colour: colours.hair, widthPx: unitPx * 0.12 });
  }
}

function ellipse(
  ctx: Context,
  centre: Pixel,
  style: { readonly radiusX: number; readonly radiusY: number; readonly colour: string },
): void {
  ctx.beginPath();
  ctx.ellipse(centre.x, centre.y, style.radiusX, style.radiusY, 0, 0, Math.PI * 2);
  ctx.fillStyle = style.colour;
  ctx.fill();
}
