/** Pictures of 20 by 20, drawn with one line. */
const paths = {
  add: 'M10 4v12M4 10h12',
  agent: 'M4.5 9v2M7.5 6.5v7M10.5 8v4M13.5 5v10M16.5 9v2',
  action: 'M11 2.5 4.5 11.5H10l-1 6 6.5-9H10z',
  back: 'M12 5l-5 5 5 5',
  bell: 'M5 14h10l-1.5-2V8.5a3.5 3.5 0 0 0-7 0V12zM8.5 16.5h3',
  book: 'M4 4.5A1.5 1.5 0 0 1 5.5 3H16v12H5.5A1.5 1.5 0 0 0 4 16.5zM4 16.5A1.5 1.5 0 0 0 5.5 17.5H16',
  call: 'M5 3.5h2.5l1 4-1.7 1.2a9 9 0 0 0 4.5 4.5l1.2-1.7 4 1V15a1.5 1.5 0 0 1-1.7 1.5A13 13 0 0 1 3.5 5.2 1.5 1.5 0 0 1 5 3.5z',
  chart: 'M3.5 16.5h13M6 14V9.5M10 14V5M14 14v-6.5',
  chat: 'M3.5 5h13v9H9l-3.5 2.8V14h-2z',
  check: 'M4.5 10.5l3.5 3.5 7.5-8',
  close: 'M5 5l10 10M15 5 5 15',
  copy: 'M7 7h9v9H7zM4 13V4h9',
  down: 'M5.5 8l4.5 4.5L14.5 8',
  drag: 'M7.5 5v.01M7.5 10v.01M7.5 15v.01M12.5 5v.01M12.5 10v.01M12.5 15v.01',
  edit: 'M4 16l1-4 8-8 3 3-8 8zM11.5 5.5l3 3',
  file: 'M5.5 3h6l3 3v11h-9zM11.5 3v3h3',
  forward: 'M8 5l5 5-5 5',
  gear: 'M10 7.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6zM10 3v1.8M10 15.2V17M3 10h1.8M15.2 10H17M5 5l1.3 1.3M13.7 13.7 15 15M15 5l-1.3 1.3M6.3 13.7 5 15',
  hangUp: 'M3 12.5c4-4.5 10-4.5 14 0l-2 2-2.5-1.5v-2a8 8 0 0 0-5 0v2L5 14.5z',
  link: 'M8.5 11.5l3-3M7 9.5 5.2 11.3a2.5 2.5 0 0 0 3.5 3.5L10.5 13M9.5 7l1.8-1.8a2.5 2.5 0 0 1 3.5 3.5L13 10.5',
  menu: 'M3.5 6h13M3.5 10h13M3.5 14h13',
  mic: 'M10 3a2.2 2.2 0 0 0-2.2 2.2v4.6a2.2 2.2 0 0 0 4.4 0V5.2A2.2 2.2 0 0 0 10 3zM5.5 9.5a4.5 4.5 0 0 0 9 0M10 14v3',
  more: 'M5 10v.01M10 10v.01M15 10v.01',
  pause: 'M7 5v10M13 5v10',
  people: 'M7.5 9.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM3 16c0-2.5 2-4 4.5-4S12 13.5 12 16M13 9.5a2 2 0 1 0 0-4M14 12c1.8.300 3 1.7 3 4',
  phone: 'M7 2.5h6a1 1 0 0 1 1 1v13a1 1 0 0 1-1 1H7a1 1 0 0 1-1-1v-13a1 1 0 0 1 1-1zM9.5 15h1',
  play: 'M6.5 4.5v11l9-5.5z',
  product: 'M10 3l6.5 3.5v7L10 17l-6.5-3.5v-7zM3.5 6.5 10 10l6.5-3.5M10 10v7',
  refresh: 'M15.5 8A6 6 0 0 0 4.5 7.5M4.5 4v3.5H8M4.5 12a6 6 0 0 0 11 .500M15.5 16v-3.5H12',
  search: 'M9 4a5 5 0 1 0 0 10A5 5 0 0 0 9 4zM13 13l4 4',
  send: 'M3.5 10 16.5 4l-4 13-3-5.5z',
  star: 'M10 3l2.1 4.5 4.9.600-3.6 3.4.900 4.9L10 14l-4.3 2.4.900-4.9L3 8.1l4.9-.600z',
  trash: 'M4.5 6h11M8 6V4h4v2M6 6l.700 11h6.6L14 6',
  upload: 'M10 13V4M6.5 7.5 10 4l3.5 3.5M4 13.5V16h12v-2.5',
  voice: 'M4 8v4h2.5L10 15V5L6.5 8zM12.5 7.5a3.5 3.5 0 0 1 0 5M14.5 5.5a6 6 0 0 1 0 9',
} as const;

export type IconName = keyof typeof paths;

/** A picture beside a word that says the same. */
export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 20 20" fill="none" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" strokeLinejoin="round" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}
