import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs as All } from 'react-aria-components';
import './tabs.css';

/** Several views of one thing, one at a time. */
export function Tabs<Key extends string>({ label, tabs, value, onChange }: {
  label: string;
  tabs: { key: Key; label: ReactNode; content: ReactNode }[];
  value: Key;
  onChange(key: Key): void;
}) {
  return (
    <All className="tabs" selectedKey={value} onSelectionChange={key => onChange(key as Key)}>
      <TabList aria-label={label} className="tab-list">
        {tabs.map(tab => <Tab key={tab.key} id={tab.key} className="tab">{tab.label}</Tab>)}
      </TabList>
      {tabs.map(tab => <TabPanel key={tab.key} id={tab.key} className="stack">{tab.content}</TabPanel>)}
    </All>
  );
}
