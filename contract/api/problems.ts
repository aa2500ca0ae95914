import { REFUSALS, type RefusalCode } from '#core/ticket/command.ts';

/** Why a request was not carried out, beside the refusals of the core: a stable code and its HTTP status. */
const requestProblems = {
  bad_request: 400,
  invalid_request: 400,
  token_missing: 401,
  permission_missing: 403,
  token_for_monitoring: 403,
  foreign_origin: 403,
  not_found: 404,
  import_busy: 409,
  import_file_gone: 409,
  import_changed: 409,
  imports_full: 409,
  views_full: 409,
  ticket_changed: 412,
  too_large: 413,
  file_too_large: 413,
  unsupported_format: 415,
  foreign_host: 421,
  key_reused: 422,
  person_unknown: 422,
  file_empty: 422,
  mapping_wrong: 422,
  too_many_requests: 429,
  headers_too_large: 431,
  internal: 500,
  overloaded: 503,
  unavailable: 503,
} as const;

/**
 * The HTTP status of each refusal of the core. 409: the ticket stands otherwise than the command needs, so that looking
 * again may help. 422: what was asked makes no sense whenever it is asked.
 */
const refusals = {
  not_active: 409,
  not_resolved: 409,
  not_done: 409,
  not_withdrawn: 409,
  is_merged: 409,
  is_withdrawn: 409,
  unchanged: 409,
  text_missing: 422,
  contact_ends_before_start: 422,
  level_unchanged: 409,
  no_open_handover: 409,
  handover_from_nowhere: 409,
  escalation_open: 409,
  no_open_escalation: 409,
  no_reopening: 409,
  no_such_clock: 409,
  already_waived: 409,
  agreement_unknown: 422,
  priority_unknown: 422,
  same_ticket: 422,
  before_last_event: 409,
} as const satisfies Record<RefusalCode, 409 | 422>;

export const PROBLEM_STATUS = { ...requestProblems, ...refusals } as const;

/** A stable code of a problem. Programs compare it; people read the title beside it. */
export type ProblemCode = keyof typeof PROBLEM_STATUS;
export type ProblemStatus = (typeof PROBLEM_STATUS)[ProblemCode];

export const PROBLEM_CODES = Object.keys(PROBLEM_STATUS) as readonly ProblemCode[];

export function isRefusal(code: ProblemCode): code is RefusalCode {
  return (REFUSALS as readonly string[]).includes(code);
}

/** What may be wrong with one value of a request. */
export const ISSUE_CODES = [
  'unknown_key',
  'missing',
  'wrong_type',
  'not_allowed',
  'too_small',
  'too_big',
  'malformed',
  'forbidden_characters',
  'repeated',
  'not_after_from',
  'too_many_periods',
  'too_many_rows',
  'period_too_long',
  'compare_needs_by',
  'year_to_date_needs_years',
  'not_begun',
  'csv_only',
  'other_question',
  'invalid',
] as const;
export type IssueCode = (typeof ISSUE_CODES)[number];

/** One thing that is wrong, and where: the part of the request and a JSON pointer (RFC 6901) into it. */
export interface Issue {
  readonly in: 'path' | 'query' | 'body' | 'header';
  readonly pointer: string;
  readonly code: IssueCode;
}
