/** A graphics device, and everything that it says about failing. */
export interface Gpu {
  readonly device: GPUDevice;
  /** Rejects when the device is lost or reports an error that nobody asked about; never resolves. */
  readonly failure: Promise<never>;
  /** Does `work`, which must not wait; its errors are told by `settled`. */
  readonly attempt: (work: () => void) => void;
  /** Rejects when something of what was attempted since the last call went wrong, or the device has failed. */
  readonly settled: () => Promise<void>;
}

/** Without the adapter's own limits the runtime's larger buffers and work groups would not fit. */
const LIMITS = [
  'maxBindGroups',
  'maxBufferSize',
  'maxStorageBufferBindingSize',
  'maxStorageBuffersPerShaderStage',
  'maxComputeWorkgroupStorageSize',
  'maxComputeInvocationsPerWorkgroup',
  'maxComputeWorkgroupSizeX',
  'maxComputeWorkgroupSizeY',
  'maxComputeWorkgroupSizeZ',
  'maxComputeWorkgroupsPerDimension',
] as const;
/** What the runtime's kernels are faster with. */
const FEATURES = ['shader-f16', 'subgroups'] as const;

/** The scopes that together catch every error of a call. */
const SCOPES = ['validation', 'out-of-memory', 'internal'] as const;

/** Opens the graphics card with all that the runtime can use. Rejects where there is none. */
export async function openGpu(): Promise<Gpu> {
  const adapter = await navigator.gpu.requestAdapter({ powerPreference: 'high-performance' });
  if (!adapter) throw new Error('no graphics adapter');
  return watchGpu(
    await adapter.requestDevice({
      requiredFeatures: FEATURES.filter((feature) => adapter.features.has(feature)),
      requiredLimits: Object.fromEntries(LIMITS.map((name) => [name, adapter.limits[name]])),
    }),
  );
}

/** Listens to a device from now on. */
export function watchGpu(device: GPUDevice): Gpu {
  let failed: Error | null = null;
  let pending: Promise<GPUError | null>[] = [];
  const failure = new Promise<never>((_, reject) => {
    const fail = (why: string) => {
      failed ??= new Error(`the graphics device failed: ${why}`);
      reject(failed);
    };
    void device.lost.then(({ reason }) => fail(`lost-${reason}`));
    device.addEventListener('uncapturederror', ({ error }) => fail(error.message));
  });
  failure.catch(() => undefined); // whoever runs something is told

  return {
    device,
    failure,
    attempt(work) {
      for (const scope of SCOPES) device.pushErrorScope(scope);
      try {
        work();
      } finally {
        pending.push(...SCOPES.map(() => device.popErrorScope()));
      }
    },
    async settled() {
      const asked = pending;
      pending = [];
      const errors = await Promise.race([Promise.all(asked), failure]);
      if (failed) throw failed;
      const error = errors.find((one) => one !== null);
      if (error) throw new Error(`the graphics device refused: ${error.message}`);
    },
  };
}
