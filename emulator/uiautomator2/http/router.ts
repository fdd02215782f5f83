/** A route's path has parameters that begin with a colon: `/session/:sessionId/element/:id`. */
export interface RoutePattern {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
}

export interface Match<R> {
  readonly route: R;
  readonly params: Readonly<Record<string, string>>;
}

/** Finds routes by method and path, section by section. */
export class Router<R extends RoutePattern> {
  readonly #routes: readonly { readonly route: R; readonly sections: readonly string[] }[];

  constructor(routes: readonly R[]) {
    this.#routes = routes.map((route) => ({ route, sections: route.path.split('/') }));
  }

  /**
   * Slashes at the end do not count.
   * @throws URIError if a parameter is not percent-encoded as it should be.
   */
  match(method: string, path: string): Match<R> | undefined {
    const actual = path.replace(/\/+$/, '').split('/');
    for (const { route, sections } of this.#routes) {
      if (route.method !== method || sections.length !== actual.length) continue;
      const params: Record<string, string> = {};
      const fits = sections.every((section, i) => {
        const value = actual[i] ?? '';
        if (!section.startsWith(':')) return section === value;
        params[section.slice(1)] = decodeURIComponent(value);
        return true;
      });
      if (fits) return { route, params };
    }
    return undefined;
  }
}
