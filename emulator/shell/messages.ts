const SHELL = '/system/bin/sh: ';

/**
 * The shell's own messages, which just-bash writes as bash, in the words of Android's mksh.
 * @param refusal why a file that output was redirected to could not be opened.
 */
export function asMkshMessages(text: string, refusal = 'No such file or directory'): string {
  return text
    .replace(
      /^bash: \/dev\/\.writable(.+): No such file or directory$/gm,
      (_, path: string) => `${SHELL}can't create ${path}: ${refusal}`,
    )
    .replace(
      /^bash: (?:line \d+: )?(.+): command not found$/gm,
      `${SHELL}$1: inaccessible or not found`,
    )
    .replace(
      /^bash: (?:line \d+: )?(?:syntax error: )?(?:Parse error at \d+:\d+: )?(?:.*(?:got EOF|unexpected EOF).*|syntax error near unexpected token `(.+)')$/gm,
      (message: string, token: string | undefined) => SHELL + describeSyntaxError(message, token),
    )
    .replace(
      /^bash: (\/.+): No such file or directory$/gm,
      `${SHELL}can't open $1: No such file or directory`,
    )
    .replace(/^bash: (?:line \d+: )?/gm, SHELL)
    .replace(/^(\w+): cannot (?:access|stat) '(.*)': (No such file or directory)$/gm, '$1: $2: $3');
}

function describeSyntaxError(message: string, token: string | undefined): string {
  if (token !== undefined) return `syntax error: unexpected '${token}'`;
  return /matching `["']'/.test(message) ? 'no closing quote' : 'syntax error: unexpected EOF';
}
