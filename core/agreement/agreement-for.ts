import type { Instant } from '../time/instant.ts';
import type { AgreementTerms } from './terms.ts';

/** A version of an agreement with what it is for and when it is in force, `[validFrom, validTo)`. */
export interface AgreementVersion {
  readonly id: string;
  readonly terms: AgreementTerms;
  /** Null: for every customer who has none of its own. */
  readonly customer: string | null;
  /** Null: for every service that has none of its own. */
  readonly services: readonly string[] | null;
  readonly validFrom: Instant;
  readonly validTo: Instant;
}

/**
 * The version in force for a ticket reported at `at`: the customer's own before the general one, one that names the
 * service before one that does not, then the one that came into force last. Null when nothing is promised.
 */
export function agreementFor(
  versions: readonly AgreementVersion[],
  {
    customer,
    service,
    at,
  }: { readonly customer: string | null; readonly service: string | null; readonly at: Instant },
): AgreementVersion | null {
  const fitting = versions.filter(
    (version) =>
      version.validFrom <= at &&
      at < version.validTo &&
      (version.customer === null || version.customer === customer) &&
      (version.services === null || (service !== null && version.services.includes(service))),
  );
  return fitting.toSorted(bySpecificity)[0] ?? null;
}

function bySpecificity(a: AgreementVersion, b: AgreementVersion): number {
  return (
    Number(b.customer !== null) - Number(a.customer !== null) ||
    Number(b.services !== null) - Number(a.services !== null) ||
    b.validFrom - a.validFrom ||
    (a.id < b.id ? -1 : 1)
  );
}
