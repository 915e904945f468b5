/** Everything that somebody may be allowed to do. */
export const PERMISSIONS = [
  'see-figures',
  'see-system',
  'recount',
  'export',
  'change',
  'erase',
  'preview',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

/** 役割: who stands before the screen. */
export const ROLES = ['viewer', 'reviewer', 'merchandiser', 'manager'] as const;
export type Role = (typeof ROLES)[number];

/** Roles that a PIN is needed for. The others only read, and whoever opens the page has them. */
export const SIGNED_ROLES = ['merchandiser', 'manager'] as const satisfies readonly Role[];
export type SignedRole = (typeof SIGNED_ROLES)[number];

/**
 * Who may do what. `see-system`: settings without access data, journal, inventory and digests. `recount`: tell what staff
 * counted, people in the store or transactions of a day. `export`: figures leave, as a file or as a copy. `change`:
 * settings, cameras, lines, zones, PINs, accuracy checks, and transactions that were typed before. `erase`: take away
 * what was recorded. `preview`: open the set-up picture.
 */
export const MAY: Readonly<Record<Role, readonly Permission[]>> = {
  viewer: ['see-figures', 'see-system'],
  reviewer: ['see-system'],
  merchandiser: ['see-figures', 'see-system', 'recount', 'export'],
  manager: PERMISSIONS,
};

/** True for what needs no PIN. */
export function isOpen(permission: Permission): boolean {
  return ROLES.some((role) => !isSigned(role) && MAY[role].includes(permission));
}

/** Roles whose PIN opens a permission, the least first. */
export function rolesFor(permission: Permission): readonly SignedRole[] {
  return SIGNED_ROLES.filter((role) => MAY[role].includes(permission));
}

/**
 * Whether somebody signed in as `role` (null: nobody) may do it. Until a manager's PIN is set everything is open but
 * the set-up picture, which nobody may open before.
 */
export function isPermitted(permission: Permission, role: SignedRole | null, hasPin: boolean): boolean {
  if (isOpen(permission)) return true;
  if (!hasPin) return permission !== 'preview';
  return role !== null && MAY[role].includes(permission);
}

function isSigned(role: Role): role is SignedRole {
  return SIGNED_ROLES.some((signed) => signed === role);
}
