import type { InputConnection } from '../input-method.ts';
import type { ViewOwner } from '../view-owner.ts';
import type { View } from '../view.ts';

type InputSpec = InputConnection['input'];

interface TextInputHost {
  readonly focusedWindow: ViewOwner | undefined;
  settle(): void;
  /** The keyboard opened, closed, or serves another field. */
  keyboardChanged(): void;
}

const DEFAULT_INPUT: InputSpec = { kind: 'text' };

/** Focus, editing of the focused field, and for which field the soft keyboard is open. */
export class TextInput implements InputConnection {
  readonly #host: TextInputHost;
  #served: View | null = null;

  constructor(host: TextInputHost) {
    this.#host = host;
  }

  /** The focused text field of the window with input focus. */
  get field(): View | null {
    this.#host.settle();
    const view = this.#host.focusedWindow?.focusedView ?? null;
    return view?.field && view.inTree ? view : null;
  }

  /** The field the keyboard is open for. */
  get served(): View | null {
    return this.#served;
  }

  get input(): InputSpec {
    return this.#served?.props.input ?? DEFAULT_INPUT;
  }

  /** Gives a view the focus. Asking for the keyboard opens it for a text field. */
  focus(view: View, options: { readonly keyboard: boolean }): void {
    const window = view.owner;
    if (window.focusedView !== view) {
      window.focusedView = view;
      window.invalidate();
    }
    if (options.keyboard || window.keyboardField) window.keyboardField = view.field ? view : null;
    this.follow();
  }

  clearFocus(view: View): void {
    const window = view.owner;
    if (window.focusedView !== view) return;
    window.focusedView = null;
    window.keyboardField = null;
    window.invalidate();
    this.follow();
  }

  hide(): void {
    const window = this.#host.focusedWindow;
    if (window) window.keyboardField = null;
    this.follow();
  }

  /**
   * Opens the keyboard for the window that has the focus, or closes it. It comes back with a
   * window whose keyboard was open when another one took the focus.
   */
  follow(): void {
    const window = this.#host.focusedWindow;
    const field = window?.keyboardField ?? null;
    const served = field?.inTree && window?.focusedView === field ? field : null;
    if (this.#served === served) return;
    this.#served = served;
    this.#host.keyboardChanged();
  }

  /** Types characters one by one, as keys do: the field may change in between. */
  commitText(text: string): void {
    for (const character of text) {
      this.#edit((view, input) => view.field?.insert(character, input) ?? false);
    }
  }

  deleteBackward(): void {
    this.#edit((view) => view.field?.deleteBackward() ?? false);
  }

  deleteForward(): void {
    this.#edit((view) => view.field?.deleteForward() ?? false);
  }

  /** Moves the caret by `delta` characters. */
  moveCaret(delta: number): void {
    const view = this.field;
    if (!view?.field) return;
    const { start, end } = view.field.selection;
    const caret = (delta < 0 ? start : end) + delta;
    this.select(view, caret, caret);
  }

  select(view: View, start: number, end: number): void {
    if (view.props.input?.collects) return;
    view.field?.select(start, end);
    view.owner.invalidate();
  }

  /** Replaces a field's text, whether it has the focus or not; one that collects adds it. */
  setText(view: View, text: string): void {
    if (!view.field) return;
    const input = view.props.input ?? DEFAULT_INPUT;
    const changed = input.collects
      ? view.field.insert(text, input)
      : view.field.replaceAll(text, input);
    if (changed) this.#notify(view);
  }

  performAction(): void {
    const view = this.field;
    if (!view) return;
    if (view.props.onEditorAction) view.props.onEditorAction();
    else if (view.props.input?.action === 'next' && this.focusNext()) return;
    else this.hide();
  }

  /** Moves the focus to the next text field of the window; false if there is none. */
  focusNext(): boolean {
    const window = this.#host.focusedWindow;
    if (!window) return false;
    const fields = [...window.root.walk()].filter((view) => view.field && view.enabled);
    const index = fields.findIndex((view) => view === window.focusedView);
    const next = fields[index + 1] ?? (index < 0 ? fields[0] : undefined);
    if (!next) return false;
    this.focus(next, { keyboard: this.#served !== null });
    return true;
  }

  #edit(change: (view: View, input: InputSpec) => boolean): void {
    const view = this.field;
    if (view?.enabled && change(view, view.props.input ?? DEFAULT_INPUT)) this.#notify(view);
  }

  #notify(view: View): void {
    view.owner.invalidate();
    view.props.onTextChange?.(view.field?.text ?? '');
  }
}
