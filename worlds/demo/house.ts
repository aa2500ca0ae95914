import type { SupportLevel } from '#core/ticket/command.ts';
import type { CalendarId } from './calendars.ts';

/** The company and its desk: levels, teams, services and the customers it works for. Names are in German, as there. */

export const TEAM_KEYS = [
  'service-desk',
  'night-desk',
  'workplace',
  'field',
  'workplace-care',
  'mail',
  'network',
  'applications',
  'infrastructure',
] as const;
export type TeamKey = (typeof TEAM_KEYS)[number];

export const SERVICE_KEYS = ['workplace', 'print', 'mail', 'network', 'applications', 'production'] as const;
export type ServiceKey = (typeof SERVICE_KEYS)[number];

export const CUSTOMER_KEYS = ['fennwerk', 'zirbelau', 'hohenquell'] as const;
export type CustomerKey = (typeof CUSTOMER_KEYS)[number];

export interface Team {
  readonly name: string;
  readonly level: SupportLevel;
  /** When its people work. */
  readonly hours: CalendarId;
}

export const TEAMS: Readonly<Record<TeamKey, Team>> = {
  'service-desk': { name: 'Service-Desk', level: '1', hours: 'extended' },
  'night-desk': { name: 'Nachtdienst', level: '1', hours: 'night' },
  workplace: { name: 'Arbeitsplatz', level: '2', hours: 'office-hamburg' },
  field: { name: 'Vor-Ort-Dienst', level: '2', hours: 'office-bavaria' },
  /** What workplace and field became: see the reorganisation in stories.ts. */
  'workplace-care': { name: 'Arbeitsplatz und Vor-Ort-Dienst', level: '2', hours: 'office-hamburg' },
  mail: { name: 'E-Mail und Zusammenarbeit', level: '2', hours: 'office-hamburg' },
  network: { name: 'Netz und Fernzugang', level: '2', hours: 'office-hamburg' },
  applications: { name: 'Fachanwendungen', level: '2', hours: 'office-bavaria' },
  infrastructure: { name: 'Server und Plattformen', level: '3', hours: 'office-hamburg' },
};

export interface Service {
  readonly name: string;
  /** The team of the second level; what it cannot solve goes to infrastructure. */
  readonly team: TeamKey;
  /** The team that calls and walk-ins reach. */
  readonly frontTeam: TeamKey;
  /** Share of written tickets that go straight to the second level, for the form names the service. */
  readonly directShare: number;
  /** Tickets expected on an ordinary working day. */
  readonly dailyTickets: number;
}

export const SERVICES: Readonly<Record<ServiceKey, Service>> = {
  workplace: {
    name: 'Arbeitsplatz und Anmeldung',
    team: 'workplace',
    frontTeam: 'service-desk',
    directShare: 0.3,
    dailyTickets: 8.2,
  },
  print: { name: 'Drucken und Scannen', team: 'field', frontTeam: 'service-desk', directShare: 0.6, dailyTickets: 2.6 },
  mail: { name: 'E-Mail und Kalender', team: 'mail', frontTeam: 'service-desk', directShare: 0.85, dailyTickets: 3.6 },
  network: {
    name: 'Netz und Fernzugang',
    team: 'network',
    frontTeam: 'service-desk',
    directShare: 0.5,
    dailyTickets: 2.8,
  },
  applications: {
    name: 'Fachanwendungen',
    team: 'applications',
    frontTeam: 'service-desk',
    directShare: 0.7,
    dailyTickets: 4.2,
  },
  production: {
    name: 'Leitstand der Nachtfertigung',
    team: 'applications',
    frontTeam: 'night-desk',
    directShare: 0,
    dailyTickets: 1.7,
  },
};

export const LEVEL_NAMES: Readonly<Record<SupportLevel, string>> = {
  '1': 'Erste Ebene',
  '2': 'Zweite Ebene',
  '3': 'Dritte Ebene',
};

/** The company itself is a customer of its desk; the two others are outside. */
export const CUSTOMERS: Readonly<Record<CustomerKey, { readonly name: string; readonly share: number }>> = {
  fennwerk: { name: 'Fennwerk Anlagenbau', share: 0.66 },
  zirbelau: { name: 'Zirbelau Logistik', share: 0.2 },
  hohenquell: { name: 'Hohenquell Praxen', share: 0.14 },
};
