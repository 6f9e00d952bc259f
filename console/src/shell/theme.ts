export type Theme = 'system' | 'light' | 'dark';

const KEPT = 'parley.theme';

export function theme(): Theme {
  const kept = localStorage.getItem(KEPT);
  return kept === 'light' || kept === 'dark' ? kept : 'system';
}

export function chooseTheme(chosen: Theme) {
  localStorage.setItem(KEPT, chosen);
  applyTheme();
}

/** Shows the page light or dark, as chosen, or as the system is. */
export function applyTheme() {
  const chosen = theme();
  if (chosen === 'system') {
    delete document.documentElement.dataset.theme;
  } else {
    document.documentElement.dataset.theme = chosen;
  }
}
