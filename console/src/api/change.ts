import { useMutation, useQueryClient, type QueryKey } from '@tanstack/react-query';
import { useToast } from '../ui/Toasts';
import { isConflict } from './versioned';

/** Changes something on the server, says what has happened or what is wrong, and reads again what the change touches. */
export function useChange<Input = void, Output = unknown>(change: (input: Input) => Promise<Output>, { touches, done, leave, onDone }: {
  /** The beginnings of the keys of what has to be read again. */
  touches: QueryKey[];
  /** What to tell when it is done; nothing for nothing. */
  done?: string;
  /** Leads elsewhere before anything is read again: what is deleted is not asked for once more. */
  leave?(): Promise<unknown>;
  onDone?(output: Output, input: Input): void;
}) {
  const queries = useQueryClient();
  const toast = useToast();
  return useMutation({
    mutationFn: change,
    onSuccess: async (output, input) => {
      await leave?.();
      await Promise.all(touches.map(queryKey => queries.invalidateQueries({ queryKey })));
      if (done) {
        toast(done);
      }
      onDone?.(output, input);
    },
    // a page that somebody else has changed says so itself, and what can be done
    onError: problem => isConflict(problem) || toast(problem.message, { isBad: true }),
  });
}
