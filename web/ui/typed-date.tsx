import './text-field.css';
import './date-field.css';
import { useEffect, useRef, useState } from 'react';
import { TextField as AriaTextField, FieldError, Input, Label, Text } from 'react-aria-components';
import { useWords } from '#web/shell/words.tsx';
import type { DateFieldProps } from './date-field.tsx';
import { readDate, writeDate } from './read-date.ts';

/**
 * A day, typed as the person's language writes it. Not the browser's own field: that follows the language of the
 * browser, where 6/7 may be another day than on the rest of the page.
 */
export function TypedDate(props: DateFieldProps) {
  const { label, isLabelHidden = false, hint, error, value, onChange, earliest, latest, isDisabled = false } = props;
  const { say, language } = useWords();
  const written = value === null ? '' : writeDate(value, language);
  const [typed, setTyped] = useState(written);
  const [isLeft, setLeft] = useState(true);
  const pattern = say('desk.date.pattern');
  const reported = useRef(value);
  useEffect(() => {
    // What comes from outside replaces the text; what the text itself led to does not, however wrong it still is.
    if (value === reported.current) return;
    reported.current = value;
    setTyped(written);
  }, [value, written]);
  const read = readDate(typed);
  const isWrong = isLeft && typed.trim() !== '' && read === null;
  const told = error ?? (isWrong ? say('desk.date.wrong', { pattern }) : outOf(read));
  function outOf(date: string | null): string | null {
    if (date === null) return null;
    if (earliest !== undefined && date < earliest) {
      return say('desk.date.early', { date: writeDate(earliest, language) });
    }
    if (latest !== undefined && date > latest) return say('desk.date.late', { date: writeDate(latest, language) });
    return null;
  }
  return (
    <AriaTextField
      className="field"
      value={typed}
      inputMode="numeric"
      autoComplete="off"
      onChange={(text) => {
        setTyped(text);
        setLeft(false);
        const date = readDate(text);
        reported.current = outOf(date) === null ? date : null;
        onChange(reported.current);
      }}
      onBlur={() => {
        setLeft(true);
        if (read !== null) setTyped(writeDate(read, language));
      }}
      isInvalid={Boolean(told)}
      isDisabled={isDisabled}
    >
      <Label className={isLabelHidden ? 'visually-hidden' : 'field-label'}>{label}</Label>
      <Input className="field-input date-input" placeholder={pattern} />
      {hint ? (
        <Text slot="description" className="note">
          {hint}
        </Text>
      ) : null}
      <FieldError className="field-error">{told}</FieldError>
    </AriaTextField>
  );
}
