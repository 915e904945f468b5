import type { Line, Zone } from '../../../core/site/site.ts';

/** What is open below a camera: at most one thing. */
export type CameraTask =
  | { readonly kind: 'rename' | 'access' | 'check' | 'import' | 'add-line' | 'add-zone' | 'region' | 'marks' }
  | { readonly kind: 'edit'; readonly entity: Line | Zone }
  | null;
