import type { Series } from './series';

/** Which colour stands for what. */
export function Legend({ series }: { series: Series[] }) {
  return (
    <ul className="legend small" aria-hidden="true">
      {series.map(({ key, label, tone }) => <li key={key}><span className={`swatch ${tone}`} />{label}</li>)}
    </ul>
  );
}
