import type pg from 'pg';
import type { z } from 'zod';
import type { agreementNamed, calendarNamed } from '#contract/api/clock-shapes.ts';
import { instantOut } from '#contract/api/shapes.ts';
import type { AgreementVersion } from '#core/agreement/agreement-for.ts';
import type { PinnedVersions } from '#core/agreement/terms.ts';
import { agreementVersions } from './version-store.ts';

/** The versions of agreements with these ids, in words: which of the versions of its agreement each is. */
export async function readAgreementNames(
  client: pg.ClientBase,
  tenantId: string,
  ids: readonly string[],
): Promise<z.input<typeof agreementNamed>[]> {
  if (ids.length === 0) return [];
  const all = await agreementVersions(client, tenantId);
  return all.filter(({ id }) => ids.includes(id)).map((version) => agreementOut(version, all));
}

function agreementOut(
  { id, terms, customer, validFrom }: AgreementVersion,
  all: readonly AgreementVersion[],
): z.input<typeof agreementNamed> {
  const lineage = all
    .filter((other) => other.terms.agreement === terms.agreement)
    .toSorted((a, b) => a.validFrom - b.validFrom || (a.id < b.id ? -1 : 1));
  return {
    id,
    agreement: terms.agreement,
    name: terms.name ?? terms.agreement,
    version: lineage.findIndex((other) => other.id === id) + 1,
    validFrom: Number.isFinite(validFrom) ? instantOut(validFrom) : null,
    customer,
  };
}

/** The calendars with these ids and those of the agreements. */
export function calendarsOut(
  ids: { readonly calendars: readonly string[]; readonly agreements: readonly string[] },
  { calendars, agreements }: PinnedVersions,
): z.input<typeof calendarNamed>[] {
  const ofAgreements = ids.agreements.map((id) => agreements.get(id)?.calendarId);
  return [...new Set([...ids.calendars, ...ofAgreements])].flatMap((id) => {
    const definition = id === undefined ? undefined : calendars.get(id)?.definition;
    if (id === undefined || !definition) return [];
    const weekly = Object.entries(definition.weekly).map(([day, windows]) => [day, windows.map((one) => [...one])]);
    return [{ id, timeZone: definition.timeZone, weekly: Object.fromEntries(weekly) }];
  });
}
