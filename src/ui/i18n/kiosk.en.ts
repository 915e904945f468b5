/** Sentences of the large view for a staff room. */
export interface KioskMessages {
  readonly title: string;
  readonly open: string;
  readonly leave: string;
  readonly onlyHere: string;
}

export const kioskEn: KioskMessages = {
  title: 'Staff-room view',
  open: 'Show large',
  leave: 'Press Esc to leave.',
  onlyHere: 'The figures are on this PC only. No other device can show them.',
};
