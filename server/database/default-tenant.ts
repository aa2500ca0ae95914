/** The one client of an installation that serves a single organisation; the command line and tests use it. */
export const defaultTenantId = '00000000-0000-7000-8000-000000000001';
