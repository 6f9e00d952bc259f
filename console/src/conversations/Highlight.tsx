/** A text in which the words that were searched for are marked. */
export function Highlight({ text, words }: { text: string; words: string }) {
  const wanted = words.split(/[^\p{L}\p{N}]+/u).filter(word => word.length > 1);
  if (wanted.length === 0) {
    return text;
  }
  const pattern = new RegExp(`(${wanted.join('|')})`, 'giu');
  return text.split(pattern).map((part, index) => (index % 2 ? <mark key={index}>{part}</mark> : part));
}
