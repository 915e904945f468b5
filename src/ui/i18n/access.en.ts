import type { PinProblem } from '../../state/access-store.ts';
import type { Permission, Role } from '../../core/access/permissions.ts';

/** Sentences of roles and PINs. */
export interface AccessMessages {
  readonly roles: Readonly<Record<Role, string>>;
  readonly permissions: Readonly<Record<Permission, string>>;
  readonly title: string;
  readonly lead: string;
  /** What a PIN is not. */
  readonly limits: string;
  readonly open: string;
  readonly set: string;
  readonly unknown: string;
  readonly tableCaption: string;
  readonly tableRole: string;
  readonly yes: string;
  readonly no: string;
  readonly without: (role: string) => string;
  readonly withPin: (role: string) => string;
  readonly setManager: string;
  readonly changeManager: string;
  readonly setMerchandiser: string;
  readonly changeMerchandiser: string;
  readonly removeMerchandiser: string;
  readonly removeAll: string;
  readonly removeAllConfirm: string;
  readonly recover: string;
  readonly pin: string;
  readonly newPin: string;
  readonly newPinHint: string;
  readonly again: string;
  readonly differs: string;
  readonly code: string;
  readonly wrongCode: string;
  readonly save: string;
  readonly cancel: string;
  readonly saved: string;
  readonly removed: string;
  readonly codeTitle: string;
  readonly codeText: string;
  readonly codeNoted: string;
  readonly lost: string;
  readonly askTitle: (what: string) => string;
  readonly askText: (roles: string) => string;
  readonly or: string;
  readonly askGo: string;
  readonly checking: string;
  readonly forgotten: string;
  readonly signedIn: (role: string) => string;
  readonly signOut: string;
  readonly problems: Readonly<Record<Exclude<PinProblem['code'], 'locked' | 'storage'>, string>>;
  readonly locked: (time: string) => string;
  readonly reviewer: string;
}

export const accessEn: AccessMessages = {
  roles: {
    viewer: 'Viewer',
    reviewer: 'Privacy reviewer',
    merchandiser: 'Merchandiser',
    manager: 'Manager',
  },
  permissions: {
    'see-figures': 'See figures',
    'see-system': 'See how it works and the journal',
    recount: 'Enter people in the store or transactions',
    export: 'Export figures, copy figures and charts',
    change: 'Change settings, cameras, PINs, accuracy checks and entered transactions',
    erase: 'Erase what was recorded',
    preview: 'See the set-up picture',
  },
  title: 'Roles and PINs',
  lead: 'With a manager’s PIN nobody changes settings or exports figures in passing. Looking never needs one.',
  limits:
    'A PIN here is no strong protection. Whoever can use this PC’s Windows account can read the figures, and can remove the app’s data with the browser. The real lock is the password of the account: lock the screen when you leave.',
  open: 'No PIN is set: everybody who opens this page may do everything.',
  set: 'A manager’s PIN is set.',
  unknown: 'The PINs cannot be read at present, so everything that needs one stays closed.',
  tableCaption: 'Who may do what',
  tableRole: 'What',
  yes: 'Yes',
  no: '–',
  without: (role) => `${role} (no PIN)`,
  withPin: (role) => `${role} (PIN)`,
  setManager: 'Set a manager’s PIN',
  changeManager: 'Change the manager’s PIN',
  setMerchandiser: 'Set a merchandiser’s PIN',
  changeMerchandiser: 'Change the merchandiser’s PIN',
  removeMerchandiser: 'Remove the merchandiser’s PIN',
  removeAll: 'Work without PINs again',
  removeAllConfirm: 'Remove all PINs',
  recover: 'I have forgotten the manager’s PIN',
  pin: 'PIN',
  newPin: 'New PIN',
  newPinHint:
    '6 to 12 digits, or a phrase of 10 to 64 characters. No sequences or repetitions such as 123456 or 000000.',
  again: 'The new PIN once more',
  differs: 'The two entries differ.',
  code: 'Recovery code',
  wrongCode: 'This is not the recovery code.',
  save: 'Use this PIN',
  cancel: 'Cancel',
  saved: 'Saved.',
  removed: 'The PIN has been removed.',
  codeTitle: 'Write down this recovery code',
  codeText:
    'It is shown this once and cannot be shown again. With it a new manager’s PIN can be chosen, once. Keep it on paper away from this PC, for example in the safe.',
  codeNoted: 'I have written it down',
  lost: 'If the code is lost as well, only starting over is left: remove this page’s data in Chrome’s settings. Figures and settings go with it.',
  askTitle: (what) => `PIN needed: ${what}`,
  askText: (roles) => `This needs the PIN of: ${roles}.`,
  or: ' or ',
  askGo: 'Go ahead',
  checking: 'Checking the PIN…',
  forgotten: 'Forgotten? Settings → Roles and PINs takes the recovery code.',
  signedIn: (role) => `${role} at work`,
  signOut: 'Finish',
  problems: {
    wrong: 'This is not the PIN.',
    'in-use': 'Another role has this PIN already. Choose a different one.',
    'no-recovery': 'There is no recovery code: no PIN is set.',
    'too-short': 'Too short: at least 6 digits, or 10 characters.',
    'too-long': 'Too long: at most 12 digits, or 64 characters.',
    'too-simple': 'Too easy to guess: no sequences or repetitions, please.',
  },
  locked: (time) => `Too many wrong tries. The next one is taken from ${time} on.`,
  reviewer:
    'For a privacy review no PIN is needed: this page, the journal and the evidence pack are open to whoever sits at this PC. They only read, and hold no access data of cameras and no PIN. What is kept of PINs is a salted digest (PBKDF2-SHA-256) for each, and the number of wrong tries.',
};
