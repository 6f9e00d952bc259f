import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Outside } from '../ui/Outside';

/** Where something was read: a page of the web, a conversation of this server, or a file, which leads nowhere. */
export function Place({ place, children }: { place: string; children: ReactNode }) {
  return place.startsWith('con.')
    ? <Link to="/conversations/$conversationId" params={{ conversationId: place }}>{children}</Link>
    : <Outside address={place}>{children}</Outside>;
}
