import { Card } from '../ui/Page';
import { CarrierStage } from './CarrierStage';
import { useText } from './messages';
import { MeaningStage } from './MeaningStage';
import { useSound } from './queries';
import { SpeakingStage } from './SpeakingStage';
import { Stage } from './Stage';
import { TalkLink } from './TalkLink';

/** What the server hears, thinks, speaks and calls with, as far as it tells, each with a way to try it. */
export function ServerSection() {
  const text = useText();
  const sound = useSound();
  return (
    <Card title={text('server')}>
      <p className="faint">{text('serverMore')}</p>
      <div className="stages">
        <Stage title={text('hears')} state={sound.data ? text(sound.data.hears ? 'hearsYes' : 'hearsNo') : null} isGood={sound.data?.hears ?? null}
          settings={['PARLEY_STT_DEEPGRAM_KEY', 'PARLEY_STT_BASE_URL', 'PARLEY_STT_WHISPER_MODEL']}>
          <TalkLink />
        </Stage>
        <Stage title={text('thinks')} state={text('thinksMore')} isGood={null} settings={['PARLEY_LLM_BASE_URL', 'PARLEY_LLM_MODEL', 'PARLEY_LLM_API_KEY']}>
          <TalkLink />
        </Stage>
        <SpeakingStage speaks={sound.data?.speaks ?? null} />
        <MeaningStage />
        <CarrierStage />
      </div>
    </Card>
  );
}
