import type { Schema } from '../api/client';
import { useFormat } from '../messages/format';
import { isWebAddress } from '../ui/Outside';
import { useHiveText } from './pageMessages';
import { Place } from './Place';

/** A passage that was found, with where it is from and why it was found. */
export function Finding({ passage: { place, title, position, headings, text: words, confidence, why }, bestWords }: {
  passage: Schema<'HivePassage'>;
  /** How well the words of the best passage match: how well words match has no end. */
  bestWords: number;
}) {
  const text = useHiveText();
  const format = useFormat();
  return (
    <li className="finding">
      <div className="stack">
        <p className="trail small">
          <Place place={place}>{title || place}</Place>
          {' · '}{text('part', { position: position + 1 })}
          {headings.map((heading, level) => <span key={level}> › {heading}</span>)}
        </p>
        <blockquote>{words}</blockquote>
        {isWebAddress(place) && title && <p className="faint small clip" title={place}>{place}</p>}
      </div>
      <div className="why">
        <Bar isMain label={text('confidence')} value={confidence} words={format.percent(confidence)} />
        <Bar label={text('byWords')} hint={text('wordsWhy')} value={bestWords > 0 ? why.text / bestWords : 0} words={why.textRank > 0 ? text('rank', { rank: why.textRank }) : text('noWords')} />
        <Bar label={text('byMeaning')} hint={text('meaningWhy')} value={why.likeness}
          words={why.vectorRank > 0 ? `${format.percent(why.likeness)} · ${text('rank', { rank: why.vectorRank })}` : text('noMeaning')} />
      </div>
    </li>
  );
}

/** One reason, in words and as a bar. */
function Bar({ label, hint, value, words, isMain = false }: { label: string; hint?: string; value: number; words: string; isMain?: boolean }) {
  return (
    <div title={hint}>
      <div className="row"><span className="grow">{label}</span><span className="faint numbers">{words}</span></div>
      <div className={isMain ? 'measure main' : 'measure'} aria-hidden="true"><div style={{ width: `${Math.max(0, Math.min(1, value)) * 100}%` }} /></div>
    </div>
  );
}
