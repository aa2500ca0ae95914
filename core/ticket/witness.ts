/**
 * What the source of a ticket can witness (kpi-spec 1.5). What it cannot witness is not counted as absent: figures
 * that need it leave the ticket out with reason `not_recorded`.
 *
 * - `states`: every change of state between creation and the end, so waiting times and reopenings
 * - `replies`: answers to the requester
 * - `levels`: support levels and hand-overs between them
 * - `contacts`: what the requester said, and calls
 * - `escalations`: escalations to management
 * - `closing`: the administrative closing after the resolution
 */
export const WITNESSES = ['states', 'replies', 'levels', 'contacts', 'escalations', 'closing'] as const;

export type Witness = (typeof WITNESSES)[number];
