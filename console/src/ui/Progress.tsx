import { Label, ProgressBar } from 'react-aria-components';

/** How far something is, from 0 to 1; null while nobody knows. */
export function Progress({ label, value }: { label: string; value: number | null }) {
  return (
    <ProgressBar value={(value ?? 0) * 100} isIndeterminate={value === null}>
      {({ percentage, valueText }) => (
        <>
          <span className="row small"><Label className="grow">{label}</Label><span className="numbers faint">{valueText}</span></span>
          <div className={value === null ? 'progress unknown' : 'progress'}><div style={{ width: `${percentage ?? 100}%` }} /></div>
        </>
      )}
    </ProgressBar>
  );
}
