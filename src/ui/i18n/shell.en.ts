/** Sentences of the app as a whole: views that are fetched when they are opened. */
export interface ShellMessages {
  readonly loading: string;
  readonly missing: string;
  readonly missingText: string;
  readonly reload: string;
}

export const shellEn: ShellMessages = {
  loading: 'Opening …',
  missing: 'This view could not be opened',
  missingText:
    'The app was updated meanwhile, or its server cannot be reached. Counting is not affected. Reload the page: counting starts again by itself, with a gap of a few seconds.',
  reload: 'Reload now',
};
