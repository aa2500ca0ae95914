import { createContext, use } from 'react';
import type { Permission } from '#contract/api/permissions.ts';
import type { Answer } from './api.ts';

export type Session = Answer<'readSession'>;

export const SessionContext = createContext<Session | null>(null);

/** Who is at this desk; null while nobody is known. */
export function useKnownSession(): Session | null {
  return use(SessionContext);
}

/** Who is at this desk. Only inside of the desk, where somebody is. */
export function useSession(): Session {
  const session = use(SessionContext);
  if (session === null) throw new Error('outside of SessionGate');
  return session;
}

export function useMay(permission: Permission): boolean {
  return useSession().permissions.includes(permission);
}
