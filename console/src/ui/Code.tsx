import './json.css';

/** Text for machines, as it is; what does not fit can be scrolled to. */
export function Code({ label, children }: { label: string; children: string }) {
  return <pre className="code" tabIndex={0} role="region" aria-label={label}>{children}</pre>;
}
