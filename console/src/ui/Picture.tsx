import './picture.css';

/** A picture of this server, or the first letter of a name: no other host is asked for anything. */
export function Picture({ url, name, size = 40 }: { url?: string | null | undefined; name: string; size?: number }) {
  const own = url && ownAddress(url);
  return own ? (
    <img className="picture" src={own} alt="" width={size} height={size} />
  ) : (
    <span className="picture" style={{ width: size, height: size }} aria-hidden="true">{[...name.trim()][0]?.toUpperCase() ?? '?'}</span>
  );
}

function ownAddress(url: string): string | null {
  const address = URL.parse(url, location.href);
  return address?.origin === location.origin ? address.href : null;
}
