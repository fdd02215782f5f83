/** The shell's own messages, which just-bash writes as bash, in the words of Android's mksh. */
export function asMkshMessages(text: string): string {
  return text
    .replace(/^bash: (?:line \d+: )?(.+): command not found$/gm, (_, name: string) =>
      notFoundMessage(name),
    )
    .replace(
      /^bash: (\/.+): No such file or directory$/gm,
      (_, path: string) => `/system/bin/sh: can't open ${path}: No such file or directory`,
    )
    .replace(/^bash: (?:line \d+: )?/gm, '/system/bin/sh: ')
    .replace(/^(\w+): cannot (?:access|stat) '(.*)': (No such file or directory)$/gm, '$1: $2: $3');
}

function notFoundMessage(name: string): string {
  return `/system/bin/sh: ${name}: inaccessible or not found`;
}
