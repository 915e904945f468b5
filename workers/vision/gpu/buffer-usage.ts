/** What a buffer may be used for; the bits of the WebGPU specification (section "Buffer Usages"). */
export const USAGE = {
  mapRead: 0x1,
  copySource: 0x4,
  copyTarget: 0x8,
  uniform: 0x40,
  storage: 0x80,
} as const;

/** Mapping for reading (section "Buffer Mapping"). */
export const MAP_READ = 0x1;
