import './text-field.css';
import {
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
  FieldError,
  Input,
  Label,
  Text,
  TextArea,
} from 'react-aria-components';

export interface TextFieldProps extends Omit<AriaTextFieldProps, 'className' | 'style' | 'children'> {
  readonly label: string;
  readonly hint?: string;
  /** What is wrong with it, in words that say what to do; null or absent: nothing. */
  readonly error?: string | null;
  readonly isMultiline?: boolean;
  readonly placeholder?: string;
}

export function TextField({ label, hint, error, isMultiline = false, placeholder, ...rest }: TextFieldProps) {
  return (
    <AriaTextField {...rest} className="field" isInvalid={Boolean(error)}>
      <Label className="field-label">{label}</Label>
      {isMultiline ? (
        <TextArea className="field-input" rows={3} />
      ) : (
        <Input className="field-input" placeholder={placeholder ?? ''} />
      )}
      {hint ? (
        <Text slot="description" className="note">
          {hint}
        </Text>
      ) : null}
      <FieldError className="field-error">{error}</FieldError>
    </AriaTextField>
  );
}
