import { Button } from './Button';
import { useText } from './messages';

/** Loads the next page of a list, when there is one. */
export function More({ of }: { of: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage(): unknown } }) {
  const text = useText();
  return of.hasNextPage ? (
    <div className="row"><Button isPending={of.isFetchingNextPage} onPress={() => of.fetchNextPage()}>{text('more')}</Button></div>
  ) : null;
}
