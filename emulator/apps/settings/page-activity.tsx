/** @jsxImportSource #ui */
import { Activity, type Intent } from '../../android/activity.ts';
import type { AndroidSystem } from '../../android/system.ts';
import { Page, PageHeader } from '../../ui/components/page.tsx';
import type { UiNode } from '../../ui/jsx-runtime.ts';
import { RecyclerView } from '../../ui/widgets.tsx';
import { stringsFor, TEXTS, type StringName } from '../strings/index.ts';
import { ACCOUNTS_SYNC, SETTINGS_PAGE, SETTINGS_SEARCH, settingsId, titleIds } from './ids.ts';
import { settingsPage } from './pages/index.ts';

/** Pages that are activities of their own. */
const ACTIVITIES = { accounts_sync: ACCOUNTS_SYNC, search: SETTINGS_SEARCH } as const;

/** How a page of Settings is opened from another. */
export function pageIntent(page: string): Intent {
  const activity = isOwnActivity(page) ? ACTIVITIES[page] : undefined;
  return activity ? { component: activity } : { component: SETTINGS_PAGE, extras: { page } };
}

function isOwnActivity(page: string): page is keyof typeof ACTIVITIES {
  return Object.hasOwn(ACTIVITIES, page);
}

/** A page of Settings; the extra `page` names it, unless the activity is one page's own. */
export class SettingsPageActivity extends Activity {
  readonly #page: string;
  #unsubscribe = () => {};

  constructor(system: AndroidSystem, packageName: string, intent: Intent, page?: string) {
    super(system, packageName, intent);
    const named = intent.extras?.['page'];
    this.#page = page ?? (typeof named === 'string' ? named : '');
  }

  override onCreate(): void {
    this.#unsubscribe = this.system.settings.onChanged(() => this.invalidate());
  }

  override onDestroy(): void {
    this.#unsubscribe();
  }

  override render(): UiNode {
    const { system } = this;
    const strings = stringsFor(system);
    const page = settingsPage(this.#page);
    const title = page?.title ?? this.#page;
    return (
      <Page>
        <PageHeader
          title={isStringName(title) ? strings[title] : ''}
          titleIds={titleIds(system.profile)}
          backLabel={strings.passport_back}
          onBack={() => this.finish()}
        />
        <RecyclerView id={settingsId('recycler_view')}>
          {page?.render({
            system,
            strings,
            open: (other) => this.startActivity(pageIntent(other)),
            start: (intent) => this.startActivity(intent),
          })}
        </RecyclerView>
      </Page>
    );
  }
}

function isStringName(name: string): name is StringName {
  return Object.hasOwn(TEXTS, name);
}
