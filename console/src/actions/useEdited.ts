import { useState } from 'react';
import type { Schema } from '../api/client';
import type { Versioned } from '../api/versioned';
import { draftOf, inputOf, type ActionDraft } from './draft';
import { endpointOf } from './endpoint';
import { useSaveAction } from './queries';

/**
 * An action while it is edited. What was typed stays when the record is read again; the version that
 * is replaced is the one the editing began with.
 */
export function useEdited({ item, etag }: Versioned<Schema<'ActionOutput'>>, reload: () => Promise<unknown>) {
  const [begun, setBegun] = useState(() => begin(item, etag));
  const [draft, setDraft] = useState<ActionDraft>(begun.draft);
  const save = useSaveAction(item.id ?? '');
  const isDirty = JSON.stringify(inputOf(draft)) !== JSON.stringify(inputOf(begun.draft));
  const restart = (from: Schema<'ActionOutput'>, version: string | null) => {
    const fresh = begin(from, version);
    setBegun(fresh);
    setDraft(fresh.draft);
  };
  if (!isDirty && etag !== begun.etag && !save.isPending) {
    restart(item, etag);
  }
  return {
    draft,
    setDraft,
    save,
    isDirty,
    savedUrl: begun.url,
    submit: () => {
      const body = inputOf(draft);
      if (body) {
        save.mutate({ body, etag: begun.etag }, { onSuccess: saved => restart(saved.item, saved.etag) });
      }
    },
    undo: () => restart(item, etag),
    /** Gives up what was typed for what is stored now. */
    load: async () => {
      await reload();
      save.reset();
      setDraft(begun.draft);
    },
  };
}

function begin(action: Schema<'ActionOutput'>, etag: string | null) {
  const endpoint = endpointOf(action.endpoint);
  return { draft: draftOf(action), etag, url: endpoint?.kind === 'http' ? endpoint.url : null };
}
