import type { BenchSection } from './bench-table.ts';

/** The figures that can be compared from run to run. Null: not measured in this run. */
export interface BenchFigures {
  /** Whole frame of this engine ÷ whole frame of TensorFlow.js, both with the threads that suit them best. */
  readonly wasm_vs_tfjs: number | null;
  /** The same with one thread each. */
  readonly wasm_vs_tfjs_one_thread: number | null;
  /** The same with one thread and the same 416×416 input. */
  readonly wasm_vs_tfjs_same_input: number | null;
  /** Whole frame in the browser ÷ whole frame in onnxruntime-node, one thread each. */
  readonly wasm_vs_native_one_thread: number | null;
  /** Everything but the network for one 1280×720 frame, ms. */
  readonly other_ms: number | null;
  /** Processor time of the renderer for one such frame without the network, ms. */
  readonly other_cpu_ms: number | null;
  /** `other_ms` as a share of the network's time. */
  readonly other_share: number | null;
  /** Frames a second of the camera that got most ÷ of the one that got least, eight cameras. */
  readonly fairness_8: number | null;
  /** Longest task of the page while eight cameras were counted, ms; 0: none above 50 ms. */
  readonly longest_task_ms: number | null;
  /** Processor time of the renderer with an empty scene ÷ with a busy one, at the same frame rate. */
  readonly gate_cpu_ratio: number | null;
  /** The same with the one thing of the empty scene that looks like a person masked, as an operator would. */
  readonly gate_cpu_ratio_masked: number | null;
  /** The same for the drawn demo store. */
  readonly gate_cpu_ratio_demo: number | null;
  /** JavaScript and WebAssembly memory at the end ÷ after warm-up − 1. */
  readonly heap_growth: number | null;
  /** Most memory that the renderer ever held, MB. */
  readonly peak_rss_mb: number | null;
}

/** What one part of the benchmark brings. */
export interface PartReport {
  readonly section: BenchSection;
  readonly figures: Partial<BenchFigures>;
}

/** Where it was measured. */
export interface Machine {
  readonly cpu: string;
  readonly processors: number;
  readonly chromium: string;
  readonly node: string;
}

const NOTHING: BenchFigures = {
  wasm_vs_tfjs: null,
  wasm_vs_tfjs_one_thread: null,
  wasm_vs_tfjs_same_input: null,
  wasm_vs_native_one_thread: null,
  other_ms: null,
  other_cpu_ms: null,
  other_share: null,
  fairness_8: null,
  longest_task_ms: null,
  gate_cpu_ratio: null,
  gate_cpu_ratio_masked: null,
  gate_cpu_ratio_demo: null,
  heap_growth: null,
  peak_rss_mb: null,
};

/** The file of `--json`: every figure at the top, then the machine and all rows. */
export function benchJson(
  parts: readonly PartReport[],
  about: { machine: Machine; measuredAt: Date },
): string {
  const figures = parts.reduce<BenchFigures>((all, part) => ({ ...all, ...part.figures }), NOTHING);
  const report = {
    ...figures,
    measured_at: about.measuredAt.toISOString(),
    machine: about.machine,
    sections: parts.map(({ section }) => section),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}
