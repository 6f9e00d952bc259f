import type { ReactNode } from 'react';
import type { Tone } from './series';
import './charts.css';

interface Share {
  key: string;
  label: ReactNode;
  tone: Tone;
  value: number;
}

/** How much there is of each kind: a lying bar beside its name and its figure. */
export function Shares({ label, shares, format }: { label: string; shares: Share[]; format(value: number): string }) {
  const highest = Math.max(1, ...shares.map(({ value }) => value));
  return (
    <table className="shares">
      <caption className="unseen">{label}</caption>
      <tbody>
        {shares.map(({ key, label: name, tone, value }) => (
          <tr key={key}>
            <th scope="row">{name}</th>
            <td><svg width="100%" height="10" aria-hidden="true"><rect className={tone} width={`${(value / highest) * 100}%`} height="10" rx="2" /></svg></td>
            <td className="numbers">{format(value)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
