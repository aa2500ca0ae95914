import './text-field.css';
import './date-field.css';
import { TextField as AriaTextField, FieldError, Input, Label, Text } from 'react-aria-components';

export interface DateFieldProps {
  readonly label: string;
  /** The label is said but not shown. */
  readonly isLabelHidden?: boolean;
  readonly hint?: string;
  readonly error?: string | null;
  /** A local date such as `2026-06-01`; null: empty. */
  readonly value: string | null;
  /** Hears every whole date, and null while there is none. */
  readonly onChange: (value: string | null) => void;
  readonly earliest?: string;
  readonly latest?: string;
  readonly isDisabled?: boolean;
}

/**
 * A day. It is the browser's own field: typed part by part, counted with the arrow keys, and on a phone the wheel or the
 * calendar that people know from there.
 */
export function DateField({
  label,
  isLabelHidden = false,
  hint,
  error,
  value,
  onChange,
  earliest,
  latest,
  isDisabled = false,
}: DateFieldProps) {
  const bounds = { ...(earliest ? { min: earliest } : {}), ...(latest ? { max: latest } : {}) };
  return (
    <AriaTextField
      className="field"
      type="date"
      value={value ?? ''}
      onChange={(text) => onChange(text === '' ? null : text)}
      isInvalid={Boolean(error)}
      isDisabled={isDisabled}
    >
      <Label className={isLabelHidden ? 'visually-hidden' : 'field-label'}>{label}</Label>
      <Input className="field-input date-input" {...bounds} />
      {hint ? (
        <Text slot="description" className="note">
          {hint}
        </Text>
      ) : null}
      <FieldError className="field-error">{error}</FieldError>
    </AriaTextField>
  );
}
