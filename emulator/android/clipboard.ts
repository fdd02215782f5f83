/** The primary clip, as text (android.content.ClipboardManager). */
export class Clipboard {
  #text = '';

  get(): string {
    return this.#text;
  }

  set(text: string): void {
    this.#text = text;
  }
}
