/**
 * A set-up step that cannot go on. The message is meant for the person at the terminal.
 */
export class SetupError extends Error {
  /**
   * @param {string} problem what was found and what was wanted
   * @param {string} remedy what to do next
   */
  constructor(problem, remedy) {
    super(`${problem}\n  → ${remedy}`);
    this.name = 'SetupError';
  }
}
