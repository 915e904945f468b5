import { describe, expect, it, test } from 'vitest';
import {
  isOpen,
  isPermitted,
  MAY,
  PERMISSIONS,
  rolesFor,
  SIGNED_ROLES,
} from '../../../src/core/access/permissions.ts';

describe('permissions', () => {
  test.each([
    { permission: 'see-figures', nobody: true, merchandiser: true },
    { permission: 'see-system', nobody: true, merchandiser: true },
    { permission: 'recount', nobody: false, merchandiser: true },
    { permission: 'export', nobody: false, merchandiser: true },
    { permission: 'change', nobody: false, merchandiser: false },
    { permission: 'erase', nobody: false, merchandiser: false },
    { permission: 'preview', nobody: false, merchandiser: false },
  ] as const)('$permission, once there is a PIN', ({ permission, nobody, merchandiser }) => {
    expect(isPermitted(permission, null, true)).toBe(nobody);
    expect(isPermitted(permission, 'merchandiser', true)).toBe(merchandiser);
    expect(isPermitted(permission, 'manager', true)).toBe(true);
    expect(isOpen(permission)).toBe(nobody);
  });

  it('are all open before there is a PIN, but the set-up picture is not', () => {
    const open = PERMISSIONS.filter((permission) => isPermitted(permission, null, false));
    expect(open).toEqual(PERMISSIONS.filter((permission) => permission !== 'preview'));
  });

  it('can each be had by the PIN of a manager, and nothing that only reads needs one', () => {
    for (const permission of PERMISSIONS) expect(rolesFor(permission)).toContain('manager');
    for (const staffs of ['recount', 'export'] as const) expect(rolesFor(staffs)).toEqual(SIGNED_ROLES);
    expect(MAY.reviewer).toEqual(['see-system']);
  });
});
