import onnxProto from 'onnx-proto';
import type { onnx } from 'onnx-proto';

/** The only things that a model may say: where somebody is, and how sure it is. */
const HEADS: Readonly<Record<string, RegExp>> = {
  boxes: /^\[1,(\w+),4\]$/,
  scores: /^\[1,(\w+)\]$/,
};
/** Words of models that recognise, describe or pose people, in names of outputs, nodes and weights. */
const OF_A_PERSON =
  /embed|re-?id|face|facial|landmark|(?<!trans)pose|keypoint|gender|sex(?!t)|(?<![a-z])age(?![a-z])|emotion|gait|iris|attribute|identity_feat/i;

/** What of a model could tell more of a person than a box and a score; empty where nothing can. Throws on what is no model. */
export function faultsOfModel(bytes: Uint8Array): string[] {
  const graph = onnxProto.onnx.ModelProto.decode(bytes).graph;
  if (!graph) throw new Error('no model');
  const outputs = graph.output ?? [];
  const names = [
    ...outputs.map(({ name }) => name),
    ...(graph.initializer ?? []).map(({ name }) => name),
    ...(graph.node ?? []).flatMap(({ name, output }) => [name, ...(output ?? [])]),
  ];
  return [
    ...outputs.flatMap((output) => {
      const name = output.name ?? '';
      const shape = shapeOf(output);
      return Object.hasOwn(HEADS, name) && HEADS[name]?.test(shape) ? [] : [`output ${name} ${shape}`];
    }),
    ...(outputs.length === Object.keys(HEADS).length ? [] : [`${outputs.length} outputs`]),
    ...new Set(names.flatMap((name) => (name && OF_A_PERSON.test(name) ? [`the name ${name}`] : []))),
  ];
}

function shapeOf({ type }: onnx.IValueInfoProto): string {
  const sizes = type?.tensorType?.shape?.dim?.map(({ dimParam, dimValue }) => dimParam || Number(dimValue));
  return `[${String(sizes)}]`;
}
