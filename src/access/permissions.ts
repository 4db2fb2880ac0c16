export const ROLES = ['admin', 'coordinator', 'officer', 'leader'] as const;
/**
 * `officer` is a village information officer and sees their own village only; `leader` reads and
 * changes nothing.
 */
export type Role = (typeof ROLES)[number];

const STATION: readonly Role[] = ['admin', 'coordinator'];
const EVERYONE: readonly Role[] = ROLES;
const VILLAGE: readonly Role[] = ['admin', 'coordinator', 'officer'];

/** Who may do what. A route names one of these; a route without one answers nobody. */
export const PERMISSIONS = {
  'own.account': EVERYONE,
  'batch.read': EVERYONE,
  'batch.write': STATION,
  /** Names people of every village, so not for officers. */
  'journey.report': ['admin', 'coordinator', 'leader'],
  'order.read': EVERYONE,
  'order.write': STATION,
  'worker.read': EVERYONE,
  'worker.write': VILLAGE,
  'worker.import': VILLAGE,
  'worker.export': VILLAGE,
  'worker.merge': STATION,
  'worker.erase': STATION,
  'id_number.reveal': VILLAGE,
  'consent.witness': VILLAGE,
  'withdrawal.record': VILLAGE,
  'health.read': STATION,
  'health.write': STATION,
  'paper.write': VILLAGE,
  'photo.read': VILLAGE,
  'visit.read': EVERYONE,
  'visit.write': VILLAGE,
  'case.read': EVERYONE,
  'case.write': STATION,
  'employer.read': EVERYONE,
  'employer.write': STATION,
  'settings.read': STATION,
  'settings.write': ['admin'],
  'account.write': ['admin'],
  'link.issue': VILLAGE,
  'audit.read': ['admin', 'leader'],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof PERMISSIONS;

export function may(role: Role, permission: Permission): boolean {
  return (PERMISSIONS[permission] as readonly Role[]).includes(role);
}
