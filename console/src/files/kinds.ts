/** The endings of files that hold text a hive can read. */
export const documentEndings = ['pdf', 'docx', 'txt', 'md', 'markdown', 'html', 'htm', 'csv', 'json'];

/** The endings of all files the server keeps. */
export const fileEndings = [
  ...documentEndings, 'png', 'jpg', 'jpeg', 'webp', 'gif', 'svg', 'wav', 'mp3', 'ogg', 'oga', 'opus', 'm4a', 'flac', 'webm',
];

/** Whether the name of a file ends in one of these. */
export function endsIn(name: string, endings: readonly string[]): boolean {
  const ending = /\.([^.]+)$/.exec(name)?.[1];
  return ending !== undefined && endings.includes(ending.trim().toLowerCase());
}
