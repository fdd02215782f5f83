import { COMMANDS } from './commands.ts';
import type { ConsoleDevice } from './device.ts';

const READY_NOTICE = "Android Console: type 'help' for a list of commands\r\nOK\r\n";

/** The commands that concern the connection itself. */
const SESSION_COMMANDS = [
  { name: 'help', summary: 'print a list of commands', open: true },
  { name: 'auth', summary: 'user authentication for the emulator console', open: true },
  { name: 'kill', summary: 'terminate the emulator' },
  { name: 'quit|exit', summary: 'quit control session', open: true },
];

/** One client's conversation with the console, apart from its socket. */
export class ConsoleSession {
  /** What the client is told first. */
  readonly greeting: string;
  readonly #device: ConsoleDevice;
  readonly #token: string;
  #authenticated: boolean;
  #ended = false;

  /**
   * @param token what `auth` must name; '' asks for none.
   * @param tokenFile where the client finds it.
   */
  constructor(device: ConsoleDevice, token: string, tokenFile: string) {
    this.#device = device;
    this.#token = token;
    this.#authenticated = token === '';
    this.greeting = this.#authenticated
      ? READY_NOTICE
      : 'Android Console: Authentication required\r\n' +
        "Android Console: type 'auth <auth_token>' to authenticate\r\n" +
        'Android Console: you can find your <auth_token> in \r\n' +
        `'${tokenFile}'\r\nOK\r\n`;
  }

  /** True once the connection is to be closed. */
  get ended(): boolean {
    return this.#ended;
  }

  /** Carries out a line and returns what the client is sent for it. */
  async answer(line: string): Promise<string> {
    const { name = '', argument = '' } =
      /^(?<name>\S*)(?:\s+(?<argument>.*))?$/s.exec(line)?.groups ?? {};
    switch (name) {
      case '':
        return '';
      case 'quit':
      case 'exit':
        this.#ended = true;
        return '';
      case 'help':
        return this.#help();
      case 'auth':
        return this.#authenticate(argument);
      case 'kill':
        return this.#authenticated ? this.#kill() : UNKNOWN_COMMAND;
      default:
        return this.#run(name, argument);
    }
  }

  async #run(name: string, argument: string): Promise<string> {
    const command = COMMANDS.find((candidate) => candidate.name === name);
    if (!command || !this.#mayUse(command)) return UNKNOWN_COMMAND;
    const answer = await command.run(argument, this.#device);
    if (typeof answer !== 'string') return `KO: ${answer.refusal}\r\n`;
    return answer === '' ? 'OK\r\n' : `${answer}\r\nOK\r\n`;
  }

  #mayUse({ open = false }: { readonly open?: boolean }): boolean {
    return this.#authenticated || open;
  }

  #authenticate(token: string): string {
    if (this.#token !== '' && token !== this.#token) {
      return 'KO: authentication token does not match ~/.emulator_console_auth_token\r\n';
    }
    this.#authenticated = true;
    return READY_NOTICE;
  }

  #kill(): string {
    this.#ended = true;
    // After the answer is on its way.
    setImmediate(() => this.#device.kill());
    return 'OK: killing emulator, bye bye\r\n';
  }

  #help(): string {
    const rows = [...SESSION_COMMANDS, ...COMMANDS]
      .filter((command) => this.#mayUse(command))
      .map(({ name, summary }) => `    ${name.padEnd(16)} ${summary}\r\n`);
    return `Android console commands:\r\n\r\n${rows.join('')}\r\nOK\r\n`;
  }
}

const UNKNOWN_COMMAND = "KO: unknown command, try 'help'\r\n";
