/** What somebody opens the account app for: an account of their own to come, or one that there is. */
export type Aim =
  | { readonly kind: 'sign-up' }
  | {
      readonly kind: 'sign-in';
      /** Without it a code by SMS opens the account. */
      readonly password?: string | undefined;
    };
