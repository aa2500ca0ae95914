import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Instant, instant, NEVER } from '../time/instant.ts';
import { type AgreementVersion, agreementFor } from './agreement-for.ts';
import type { AgreementTerms } from './terms.ts';

const terms: AgreementTerms = {
  agreement: 'a',
  calendarId: 'c',
  targetsByPriority: {},
  pauseStates: [],
  reopen: 'continue',
};

const version = (id: string, given: Partial<AgreementVersion> = {}): AgreementVersion => ({
  id,
  terms,
  customer: null,
  services: null,
  validFrom: instant(0),
  validTo: NEVER,
  ...given,
});

const asked = (versions: readonly AgreementVersion[], service = 'mail', at = 100): string | null =>
  agreementFor(versions, { customer: 'north', service, at: at as Instant })?.id ?? null;

test('without an agreement nothing is promised', () => assert.equal(asked([]), null));

test("the customer's own goes before the general one, one for the service before one for all", () => {
  const general = version('general');
  const forMail = version('mail', { services: ['mail', 'print'] });
  const own = version('own', { customer: 'north' });
  const ownMail = version('own mail', { customer: 'north', services: ['mail'] });
  const other = version('other', { customer: 'south', services: ['mail'] });
  assert.equal(asked([general, other]), 'general');
  assert.equal(asked([forMail, general, other]), 'mail');
  assert.equal(asked([forMail, general, own, other]), 'own');
  assert.equal(asked([general, own, ownMail, forMail]), 'own mail');
  assert.equal(asked([general, own, ownMail, forMail], 'vpn'), 'own');
});

test('a version is in force from its first instant up to, not at, its last', () => {
  const first = version('1', { validTo: instant(200) });
  const second = version('2', { validFrom: instant(200), validTo: instant(300) });
  assert.deepEqual(
    [100, 199, 200, 299, 300].map((at) => asked([first, second], 'mail', at)),
    ['1', '1', '2', '2', null],
  );
});

test('of two that fit alike the one that came into force last counts, whatever their order', () => {
  const older = version('older');
  const newer = version('newer', { validFrom: instant(50) });
  assert.deepEqual([asked([older, newer]), asked([newer, older])], ['newer', 'newer']);
});
