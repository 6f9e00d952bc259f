import { useQuery } from '@tanstack/react-query';
import type { Schema } from '../api/client';
import { Choice, Toggle } from '../ui/Choice';
import { Field } from '../ui/Field';
import { Card } from '../ui/Page';
import { Preview } from '../voices/Preview';
import { usePlayer } from '../voices/usePlayer';
import type { PartProps } from './Basics';
import { useText } from './messages';
import { voices } from './queries';

type Voice = Schema<'VoiceInput'>;

const NOBODYS: Voice = { gender: 'Female', languageAccent: { language: 'English', accent: 'American' }, modelId: '', backgroundNoise: false };
const ANY = 'any';

/** How the agent sounds. */
export function VoicePart({ form, change, errors, isDisabled }: PartProps) {
  const text = useText();
  const all = useQuery(voices);
  const player = usePlayer();
  const voice = form.voice ?? NOBODYS;
  const set = (some: Partial<Voice>) => change({ voice: { ...voice, ...some } });
  const fitting = (all.data ?? []).filter(one => one.voice.languageAccent.language === voice.languageAccent.language);
  const chosen = fitting.find(one => one.voice.modelId === voice.modelId);
  const take = (modelId: string) => {
    const model = fitting.find(one => one.voice.modelId === modelId);
    set(model ? { modelId, gender: model.voice.gender, languageAccent: model.voice.languageAccent } : { modelId: '' });
  };
  return (
    <Card>
      <div className="halves">
        <Choice label={text('language')} value={voice.languageAccent.language} isDisabled={isDisabled}
          onChange={language => set({ languageAccent: { language, accent: language === 'Hindi' ? 'Hindi' : 'American' }, modelId: '' })}
          options={(['English', 'Spanish', 'Hindi'] as const).map(key => ({ key, label: key }))} />
        <Choice label={text('accent')} value={voice.languageAccent.accent} isDisabled={isDisabled} onChange={accent => set({ languageAccent: { ...voice.languageAccent, accent } })}
          options={(['American', 'British', 'Indian', 'Australian', 'Hindi', 'Middle Eastern'] as const).map(key => ({ key, label: key }))} />
        <Choice label={text('gender')} value={voice.gender} isDisabled={isDisabled} onChange={gender => set({ gender })}
          options={(['Female', 'Male', 'Neutral'] as const).map(key => ({ key, label: text(key) }))} />
        <Choice label={text('model')} value={voice.modelId || ANY} isDisabled={isDisabled} onChange={take} hint={chosen?.voiceDescription}
          options={[{ key: ANY, label: text('anyVoice') }, ...fitting.map(one => ({ key: one.voice.modelId, label: `${one.name} · ${text(one.voice.gender)}` }))]} />
      </div>
      {chosen && <div className="row"><Preview modelId={chosen.voice.modelId} name={chosen.name} player={player} /></div>}
      <Field label={text('speed')} hint={text('speedHint')} inputMode="decimal" value={voice.playbackSpeed ?? ''} onChange={speed => set({ playbackSpeed: speed || null })} error={errors['voice.playbackSpeed']} isDisabled={isDisabled} />
      <Toggle label={text('noise')} value={voice.backgroundNoise} onChange={backgroundNoise => set({ backgroundNoise })} isDisabled={isDisabled} />
    </Card>
  );
}
