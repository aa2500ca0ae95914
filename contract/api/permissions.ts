/** What a caller may do. A route names one of these; a role is a set of them. */
export const PERMISSIONS = [
  'metrics.read',
  'figures.read',
  'tickets.read',
  'tickets.work',
  'views.save',
  'tickets.decide',
  'targets.set',
  'figures.annotate',
  'imports.run',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

/** Who may call a route: whoever holds the permission, whoever is known at all, or anyone. */
export type Access = Permission | 'signed_in' | 'anyone';

/** Roles in ascending order: each may do what the ones before it may. */
export const ROLES = ['monitor', 'reader', 'agent', 'lead', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** What each role may do beyond the one before it. */
const added: Readonly<Record<Role, readonly Permission[]>> = {
  monitor: ['metrics.read'],
  reader: ['figures.read', 'tickets.read'],
  agent: ['tickets.work', 'views.save'],
  lead: ['tickets.decide', 'targets.set', 'figures.annotate', 'imports.run'],
  // Tokens and settings are the administrator's; both are reached from the command line alone so far.
  admin: [],
};

/** Every permission of a role. */
export function permissionsOf(role: Role): ReadonlySet<Permission> {
  return new Set(ROLES.slice(0, ROLES.indexOf(role) + 1).flatMap((each) => added[each]));
}
