import type { EditorStart } from '../../drawing/scene-editor.tsx';

/** What is open below a camera: at most one thing. */
export type CameraTask =
  | { readonly kind: 'rename' | 'connection' | 'access' | 'check' | 'import' | 'marks' }
  | { readonly kind: 'draw'; readonly start: EditorStart }
  | null;
