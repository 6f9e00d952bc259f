import type { Schema } from '../api/client';

export type Role = Schema<'Role'>;

/** From the one who may everything downwards. */
export const ROLES: Role[] = ['OWNER', 'RESELLER_ADMIN', 'ADMIN', 'READ_ONLY'];

/** Whether somebody of a role may give another one, and change or remove those who have it, as the server decides it. */
export function mayAppoint(mine: string | undefined, role: string | undefined): boolean {
  switch (mine) {
    case 'OWNER': return true;
    case 'RESELLER_ADMIN': return role !== 'OWNER';
    case 'ADMIN': return role === 'ADMIN' || role === 'READ_ONLY';
    default: return false;
  }
}

/** The role as one of those that are known; the least for others. */
export function asRole(role: string | undefined): Role {
  return ROLES.find(one => one === role) ?? 'READ_ONLY';
}
