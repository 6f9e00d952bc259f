import { useCarrierCountries } from '../phones/queries';
import { Button } from '../ui/Button';
import { useText } from './messages';
import { Stage } from './Stage';

/** Whom phone numbers come from. */
export function CarrierStage() {
  const text = useText();
  const carrier = useCarrierCountries();
  const state = carrier.data ? text('carrierYes', { count: carrier.data.length }) : (carrier.error?.message ?? null);
  return (
    <Stage title={text('carrier')} state={state} isGood={carrier.isPending ? null : carrier.isSuccess} settings={['PARLEY_CARRIER']}>
      <Button isPending={carrier.isFetching} onPress={() => void carrier.refetch()}>{text('askAgain')}</Button>
    </Stage>
  );
}
