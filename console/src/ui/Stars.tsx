import { Label, Radio, RadioGroup } from 'react-aria-components';
import { Icon } from './Icon';
import { useText } from './messages';
import './stars.css';

/** One to five stars, to look at, or to choose when somebody listens. */
export function Stars({ label, value, onChange }: { label: string; value: number; onChange?(stars: number): void }) {
  const text = useText();
  if (!onChange) {
    return (
      <span className="stars" role="img" aria-label={`${label}: ${text('stars', { count: value })}`}>
        {[1, 2, 3, 4, 5].map(star => <span key={star} data-lit={star <= value || undefined}><Icon name="star" size={16} /></span>)}
      </span>
    );
  }
  return (
    <RadioGroup className="stars" orientation="horizontal" value={String(value)} onChange={stars => onChange(Number(stars))}>
      <Label className="unseen">{label}</Label>
      {[1, 2, 3, 4, 5].map(star => (
        <Radio key={star} value={String(star)} aria-label={text('stars', { count: star })} data-lit={star <= value || undefined}>
          <Icon name="star" />
        </Radio>
      ))}
    </RadioGroup>
  );
}
