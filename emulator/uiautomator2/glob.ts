/** A glob (`*`, `?`, backslash escapes) as a RegExp for whole texts. */
export function globToRegExp(glob: string): RegExp {
  const body = glob.replace(/\\([*?\\])|([*?])|([^\\*?]|\\)/gsu, (_all, escaped, wild, plain) => {
    if (wild) return wild === '*' ? '.*' : '.';
    return escapeRegExp(String(escaped ?? plain));
  });
  return new RegExp(`^${body}$`, 'u');
}

function escapeRegExp(text: string): string {
  return text.replace(/[\^$\\.*+?()[\]{}|/]/g, '\\$&');
}
