/**
 * How systems write instants, the likelier first. Of two that read the same values, such as day before month and month
 * before day, the earlier wins unless a value speaks against it; people are shown examples and may say otherwise.
 */
export const INSTANT_FORMATS = [
  'iso',
  'd.M.yyyy HH:mm:ss',
  'd.M.yyyy HH:mm',
  'd.M.yyyy',
  'd/M/yyyy HH:mm:ss',
  'd/M/yyyy HH:mm',
  'd/M/yyyy',
  'M/d/yyyy HH:mm:ss',
  'M/d/yyyy HH:mm',
  'M/d/yyyy h:mm:ss a',
  'M/d/yyyy h:mm a',
  'M/d/yy h:mm a',
  'd/MMM/yy h:mm a',
  'd/MMM/yyyy HH:mm',
  'd-MMM-yyyy HH:mm:ss',
  'd-MMM-yyyy HH:mm',
  'd MMM yyyy HH:mm:ss',
  'd MMM yyyy HH:mm',
  'd. MMM yyyy HH:mm',
  'MMM d, yyyy h:mm a',
  'd-M-yyyy HH:mm:ss',
  'd-M-yyyy HH:mm',
  'yyyy/M/d HH:mm:ss',
  'yyyy/M/d HH:mm',
  'yyyyMMddHHmmss',
  'epoch-seconds',
  'epoch-milliseconds',
] as const;
