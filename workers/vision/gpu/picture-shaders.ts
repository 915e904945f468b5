/** Samples along one side of the squares in which pictures are worked on. */
export const TILE = 8;
/** Threads that share one cell of the luma grid. */
export const CELL_THREADS = 64;

/**
 * What the shaders know of a picture in a buffer; `picture-plan.ts` writes it. `numbers` holds the taps of each
 * component and axis: for every target sample the first source sample and then its weights.
 */
const PLAN = /* wgsl */ `
struct Component {
  offset: u32, stride: u32, channels: u32, channel: u32,
  columnTaps: u32, columnCount: u32, rowTaps: u32, rowCount: u32,
}
struct Plan {
  components: array<Component, 3>,
  left: u32, top: u32, width: u32, height: u32,
  targetWidth: u32, targetHeight: u32, isRgb: u32, padding: u32,
  black: f32, gain: f32, redFromV: f32, greenFromU: f32,
  greenFromV: f32, blueFromU: f32, redLuma: f32, blueLuma: f32,
  numbers: array<f32>,
}
@group(0) @binding(0) var<storage, read> plan: Plan;
@group(0) @binding(1) var<storage, read> picture: array<u32>;
@group(0) @binding(2) var<storage, read_write> result: array<f32>;

fn sampleOf(component: u32, column: u32, row: u32) -> f32 {
  let by = &plan.components[component];
  let byte = column * (*by).channels + (*by).channel;
  let word = picture[(*by).offset + row * (*by).stride + (byte >> 2u)];
  return f32((word >> ((byte & 3u) * 8u)) & 0xffu);
}
`;

/** Scales a picture into a letterbox and writes its colours, 0–255, as three planes. */
export const PAINT = /* wgsl */ `${PLAN}
fn scaled(component: u32, column: u32, row: u32) -> f32 {
  let by = &plan.components[component];
  let across = (*by).columnTaps + column * ((*by).columnCount + 1u);
  let down = (*by).rowTaps + row * ((*by).rowCount + 1u);
  let left = u32(plan.numbers[across]);
  let top = u32(plan.numbers[down]);
  var sum = 0.0;
  for (var y = 0u; y < (*by).rowCount; y++) {
    let part = plan.numbers[down + 1u + y];
    if (part == 0.0) { continue; }
    var line = 0.0;
    for (var x = 0u; x < (*by).columnCount; x++) {
      line += plan.numbers[across + 1u + x] * sampleOf(component, left + x, top + y);
    }
    sum += part * line;
  }
  return sum;
}

fn colourAt(column: u32, row: u32) -> vec3f {
  let parts = vec3f(scaled(0u, column, row), scaled(1u, column, row), scaled(2u, column, row));
  if (plan.isRgb == 1u) { return parts; }
  let y = (parts.x - plan.black) * plan.gain;
  let u = parts.y - 128.0;
  let v = parts.z - 128.0;
  return vec3f(y + plan.redFromV * v, y + plan.greenFromU * u + plan.greenFromV * v, y + plan.blueFromU * u);
}

@compute @workgroup_size(${TILE}, ${TILE})
fn main(@builtin(global_invocation_id) at: vec3u) {
  if (at.x >= plan.targetWidth || at.y >= plan.targetHeight) { return; }
  var colour = vec3f(f32(plan.padding));
  let column = at.x - plan.left; // wraps round where it is left of the picture
  let row = at.y - plan.top;
  if (column < plan.width && row < plan.height) {
    colour = clamp(colourAt(column, row), vec3f(0.0), vec3f(255.0));
  }
  let size = plan.targetWidth * plan.targetHeight;
  let place = at.y * plan.targetWidth + at.x;
  result[place] = colour.r;
  result[place + size] = colour.g;
  result[place + 2u * size] = colour.b;
}
`;

/** Mean luma, 0–255, of each cell of a grid over the picture; a work group a cell. */
export const LUMA = /* wgsl */ `${PLAN}
var<workgroup> sums: array<f32, ${CELL_THREADS}>;

fn lumaAt(column: u32, row: u32) -> f32 {
  let first = sampleOf(0u, column, row);
  if (plan.isRgb == 0u) { return clamp((first - plan.black) * plan.gain, 0.0, 255.0); }
  let green = 1.0 - plan.redLuma - plan.blueLuma;
  return plan.redLuma * first + green * sampleOf(1u, column, row) + plan.blueLuma * sampleOf(2u, column, row);
}

@compute @workgroup_size(${CELL_THREADS})
fn main(@builtin(workgroup_id) cell: vec3u, @builtin(local_invocation_index) thread: u32) {
  let left = min(plan.width - 1u, cell.x * plan.width / plan.targetWidth);
  let right = max(left + 1u, (cell.x + 1u) * plan.width / plan.targetWidth);
  let top = min(plan.height - 1u, cell.y * plan.height / plan.targetHeight);
  let bottom = max(top + 1u, (cell.y + 1u) * plan.height / plan.targetHeight);
  let across = right - left;
  let count = across * (bottom - top);
  var sum = 0.0;
  for (var index = thread; index < count; index += ${CELL_THREADS}u) {
    sum += lumaAt(left + index % across, top + index / across);
  }
  sums[thread] = sum;
  workgroupBarrier();
  if (thread > 0u) { return; }
  var total = 0.0;
  for (var other = 0u; other < ${CELL_THREADS}u; other++) { total += sums[other]; }
  result[cell.y * plan.targetWidth + cell.x] = total / f32(count);
}
`;

/** Copies a part of a video frame into a buffer as RGBA, grey where the mask has a byte that is not zero. */
export const IMPORT = /* wgsl */ `
struct Part { left: u32, top: u32, width: u32, height: u32, maskStride: u32 }
@group(0) @binding(0) var frame: texture_external;
@group(0) @binding(1) var<uniform> part: Part;
@group(0) @binding(2) var<storage, read> mask: array<u32>;
@group(0) @binding(3) var<storage, read_write> picture: array<u32>;

@compute @workgroup_size(${TILE}, ${TILE})
fn main(@builtin(global_invocation_id) at: vec3u) {
  if (at.x >= part.width || at.y >= part.height) { return; }
  let masked = (mask[at.y * part.maskStride + (at.x >> 2u)] >> ((at.x & 3u) * 8u)) & 0xffu;
  let colour = textureLoad(frame, vec2u(part.left + at.x, part.top + at.y));
  let word = pack4x8unorm(vec4f(colour.rgb, 1.0));
  picture[at.y * part.width + at.x] = select(word, 0xff808080u, masked > 0u);
}
`;
