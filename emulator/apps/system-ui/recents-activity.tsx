/** @jsxImportSource #ui */
import { Activity } from '../../android/activity.ts';
import { appLabel } from '../../android/packages/app-label.ts';
import { recentTasks } from '../../android/recents.ts';
import type { Task } from '../../android/task.ts';
import type { UiNode } from '../../ui/jsx-runtime.ts';
import { COLORS, SHADE } from '../../ui/theme.ts';
import { theme } from '../../ui/themes/theme.ts';
import { FrameLayout, LinearLayout, ScrollView, TextView } from '../../ui/widgets.tsx';
import { stringsFor } from '../strings/index.ts';

/** A card for each task, the last one first; a tap brings it to the front as it was left. */
export class RecentsActivity extends Activity {
  override render(): UiNode {
    const tasks = recentTasks(this.system);
    return (
      <FrameLayout
        id={this.#id('recents_container')}
        style={{ grow: 1, background: SHADE.background, paddingTop: 24, paddingHorizontal: 28 }}
      >
        {tasks.length === 0 ? (
          <TextView
            text={stringsFor(this.system).recents_empty}
            style={{ textSize: 16, color: SHADE.soft, textAlign: 'center', paddingTop: 120 }}
          />
        ) : (
          <ScrollView style={{ gap: 14 }}>{tasks.map((task) => this.#card(task))}</ScrollView>
        )}
      </FrameLayout>
    );
  }

  #card(task: Task): UiNode {
    const label = appLabel(this.system, task.packageName);
    return (
      <LinearLayout
        key={String(task.id)}
        id={this.#id('task_view')}
        desc={label}
        clickable
        onClick={() => this.#choose(task)}
        style={{
          height: 110,
          padding: 18,
          background: COLORS.card,
          radius: theme().notification.radius,
        }}
      >
        <TextView
          id={this.#id('title')}
          text={label}
          style={{ textSize: 16, fontWeight: 500, maxLines: 1, ellipsize: 'end' }}
        />
      </LinearLayout>
    );
  }

  #choose(task: Task): void {
    this.system.activities.bringToFront(task);
    this.finish();
  }

  #id(name: string): string {
    return `${this.packageName}:id/${name}`;
  }
}
