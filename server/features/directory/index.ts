/** The gate of the directory: what tickets refer to by key or id, and the tenant they belong to. */
export {
  type CalendarRow,
  type NamedKind,
  type NamedRow,
  type PersonRow,
  saveAgreements,
  saveCalendars,
  saveNamed,
  savePersons,
} from './directory-store.ts';
export { clearTenant, ensureTenant } from './tenant-store.ts';
