import './text-field.css';
import {
  NumberField as AriaNumberField,
  type NumberFieldProps as AriaNumberFieldProps,
  FieldError,
  Input,
  Label,
  Text,
} from 'react-aria-components';

export interface NumberFieldProps extends Omit<AriaNumberFieldProps, 'className' | 'style' | 'children'> {
  readonly label: string;
  readonly hint?: string;
  /** What is wrong with it, in words that say what to do; null or absent: nothing. */
  readonly error?: string | null;
  /** Behind the field: `%`, `Std.` */
  readonly unit?: string;
}

/** A number, written as the person's language writes it. Empty is `NaN`. */
export function NumberField({ label, hint, error, unit, ...rest }: NumberFieldProps) {
  return (
    <AriaNumberField {...rest} className="field" isInvalid={Boolean(error)}>
      <Label className="field-label">{label}</Label>
      <div className="field-row">
        <Input className="field-input number" />
        {unit ? <span className="muted">{unit}</span> : null}
      </div>
      {hint ? (
        <Text slot="description" className="note">
          {hint}
        </Text>
      ) : null}
      <FieldError className="field-error">{error}</FieldError>
    </AriaNumberField>
  );
}
