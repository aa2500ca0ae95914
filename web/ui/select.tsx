import { foreignText } from '#text/foreign-text.ts';
import './text-field.css';
import './select.css';
import { lazy, Suspense } from 'react';
import { Icon } from './icon.tsx';

const SelectField = lazy(async () => ({ default: (await import('./select-field.tsx')).SelectField }));

export interface SelectProps<Value extends string> {
  readonly label: string;
  /** The label is said but not shown. */
  readonly isLabelHidden?: boolean;
  readonly value: Value | null;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly placeholder?: string;
  readonly onChange: (value: Value) => void;
  readonly isDisabled?: boolean;
}

/** A choice of one of many in a field. */
export function Select<Value extends string>(props: SelectProps<Value>) {
  return (
    <Suspense fallback={<Awaited {...(props as unknown as SelectProps<string>)} />}>
      <SelectField {...(props as unknown as SelectProps<string>)} />
    </Suspense>
  );
}

/** What it looks like until it can be used. */
function Awaited({ label, isLabelHidden = false, value, options, placeholder = '' }: SelectProps<string>) {
  return (
    <div className="field">
      <span className={isLabelHidden ? 'visually-hidden' : 'field-label'}>{foreignText(label)}</span>
      <span className="field-input select-button">
        <span className="select-value">
          {foreignText(options.find((option) => option.value === value)?.label ?? placeholder)}
        </span>
        <Icon name="down" />
      </span>
    </div>
  );
}
