import type { FloorMessages } from './floor.en.ts';

const reasons: FloorMessages['reasons'] = {
  'too-few-pairs': '目印は4か所以上必要です',
  'too-many-pairs': '目印は16か所までです',
  'pairs-on-a-line': '目印がほぼ一直線に並んでいます。床に広げて選んでください',
  'pairs-nearly-degenerate': 'この目印では床の位置が決まりません。もっと離れた場所を加えてください',
  'pairs-contradict': '目印どうしが合いません。取りちがえか、大きくずれた目印があります',
  'scale-implausible': '人の大きさが合いません。床の長さはメートルで入れてください',
  mirrored: '図面が裏返しになっています。xは図面の右へ、yは下へ測ってください',
  'not-calibrated': '図面のゾーンを数えるカメラには床の目印が必要です',
  'out-of-view': '数えるカメラから見えない場所です',
};

export const floorJa: FloorMessages = { reasons };
