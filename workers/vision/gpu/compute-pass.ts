import { USAGE } from './buffer-usage.ts';

/** A shader that is ready to run. */
export interface ComputePass {
  /** Records one run; resources in the order of their bindings. */
  run(
    encoder: GPUCommandEncoder,
    resources: readonly PassResource[],
    groups: readonly [number, number],
  ): void;
}

export type PassResource = GPUBuffer | GPUExternalTexture;

/** Compiles a shader whose entry is `main`. What is wrong with it is told to the device's error scopes. */
export function createComputePass(device: GPUDevice, code: string): ComputePass {
  const module = device.createShaderModule({ code });
  const pipeline = device.createComputePipeline({ layout: 'auto', compute: { module, entryPoint: 'main' } });
  return {
    run(encoder, resources, [columns, rows]) {
      const entries = resources.map((resource, binding) => ({
        binding,
        resource: resource instanceof GPUBuffer ? { buffer: resource } : resource,
      }));
      const pass = encoder.beginComputePass();
      pass.setPipeline(pipeline);
      pass.setBindGroup(0, device.createBindGroup({ layout: pipeline.getBindGroupLayout(0), entries }));
      pass.dispatchWorkgroups(columns, rows);
      pass.end();
    },
  };
}

/** A buffer that holds these words from now on. */
export function bufferOf(device: GPUDevice, words: Uint32Array<ArrayBuffer>, usage: number): GPUBuffer {
  const buffer = device.createBuffer({ size: words.byteLength, usage: usage | USAGE.copyTarget });
  device.queue.writeBuffer(buffer, 0, words);
  return buffer;
}
