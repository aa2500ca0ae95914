import './tabs.css';
import type { ReactNode } from 'react';
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components';

export interface TabsProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly tabs: readonly {
    readonly value: Value;
    readonly label: string;
    /** A count behind the label. */
    readonly aside?: string;
    readonly isDisabled?: boolean;
  }[];
  readonly onChange: (value: Value) => void;
  /** What the chosen tab shows. */
  readonly children: ReactNode;
}

/** Views of one thing that take each other's place. */
export function Tabs<Value extends string>({ label, value, tabs, onChange, children }: TabsProps<Value>) {
  return (
    <AriaTabs className="tabs" selectedKey={value} onSelectionChange={(key) => onChange(String(key) as Value)}>
      <TabList className="tab-list" aria-label={label}>
        {tabs.map((tab) => (
          <Tab key={tab.value} id={tab.value} className="tab" isDisabled={tab.isDisabled ?? false}>
            {tab.label}
            {tab.aside === undefined ? null : <span className="tab-aside">{tab.aside}</span>}
          </Tab>
        ))}
      </TabList>
      <TabPanel id={value} className="tab-panel">
        {children}
      </TabPanel>
    </AriaTabs>
  );
}
