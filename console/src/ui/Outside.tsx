import type { ReactNode } from 'react';

/** Whether an address from data may be followed: a page of the web, nothing that runs. */
export function isWebAddress(address: string): boolean {
  return URL.canParse(address) && ['http:', 'https:'].includes(new URL(address).protocol);
}

/** A link to an address from data; only its text when it is no page of the web. */
export function Outside({ address, children }: { address: string; children: ReactNode }) {
  return isWebAddress(address) ? <a href={address} target="_blank" rel="noreferrer">{children}</a> : children;
}
