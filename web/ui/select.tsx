import './menu.css';
import './select.css';
import { Select as AriaSelect, Button, Label, ListBox, ListBoxItem, Popover, SelectValue } from 'react-aria-components';
import { Icon } from './icon.tsx';

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
export function Select<Value extends string>({
  label,
  isLabelHidden = false,
  value,
  options,
  placeholder = '',
  onChange,
  isDisabled = false,
}: SelectProps<Value>) {
  return (
    <AriaSelect
      className="field"
      placeholder={placeholder}
      isDisabled={isDisabled}
      value={value}
      onChange={(key) => key !== null && onChange(String(key) as Value)}
    >
      <Label className={isLabelHidden ? 'visually-hidden' : 'field-label'}>{label}</Label>
      <Button className="field-input select-button">
        <SelectValue className="select-value" />
        <Icon name="down" />
      </Button>
      <Popover className="layer menu-layer" offset={4}>
        <ListBox className="menu">
          {options.map((option) => (
            <ListBoxItem key={option.value} id={option.value} textValue={option.label} className="menu-item">
              <span className="menu-label">{option.label}</span>
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
