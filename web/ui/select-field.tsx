import { foreignText } from '#text/foreign-text.ts';
import './menu.css';
import './select.css';
import { Select as AriaSelect, Button, Label, ListBox, ListBoxItem, Popover, SelectValue } from 'react-aria-components';
import { Icon } from './icon.tsx';
import type { SelectProps } from './select.tsx';

/** The field itself; loaded when the first one is shown. */
export function SelectField({
  label,
  isLabelHidden = false,
  value,
  options,
  placeholder = '',
  onChange,
  isDisabled = false,
}: SelectProps<string>) {
  return (
    <AriaSelect
      className="field"
      placeholder={placeholder}
      isDisabled={isDisabled}
      value={value}
      onChange={(key) => key !== null && onChange(String(key))}
    >
      <Label className={isLabelHidden ? 'visually-hidden' : 'field-label'}>{foreignText(label)}</Label>
      <Button className="field-input select-button">
        <SelectValue className="select-value" />
        <Icon name="down" />
      </Button>
      <Popover className="layer menu-layer" offset={4}>
        <ListBox className="menu">
          {options.map((option) => (
            <ListBoxItem
              key={option.value}
              id={option.value}
              textValue={foreignText(option.label)}
              className="menu-item"
            >
              <span className="menu-label">{foreignText(option.label)}</span>
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
