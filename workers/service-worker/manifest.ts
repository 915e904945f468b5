import type { BuildManifest } from '../../src/contracts/build-manifest.ts';

declare const BUILD_MANIFEST: BuildManifest;

/** The build that this service worker belongs to; put in by the build itself (`tools/build`). */
export const manifest: BuildManifest = BUILD_MANIFEST;
