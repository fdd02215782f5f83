/** @jsxImportSource #ui */
import { Activity } from '../../android/activity.ts';
import { AppBar, LargeTitle, Page } from '../../ui/components/page.tsx';
import type { UiNode } from '../../ui/jsx-runtime.ts';
import { stringsFor } from '../strings/index.ts';
import { settingsId } from './ids.ts';

/** A page of Settings that holds its title only; the extra `title` names it. */
export class SettingsPageActivity extends Activity {
  override render(): UiNode {
    const title = this.intent.extras?.['title'];
    return (
      <Page>
        <AppBar backLabel={stringsFor(this.system).passport_back} onBack={() => this.finish()} />
        <LargeTitle
          id={settingsId('action_bar_title_expand')}
          text={typeof title === 'string' ? title : ''}
        />
      </Page>
    );
  }
}
