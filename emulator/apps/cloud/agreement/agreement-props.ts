import type { PassportActivity } from '../../account/passport-activity.tsx';
import type { CloudSwitches } from '../cloud-switches.ts';

/** What each look's agreement is given. */
export interface AgreementProps {
  readonly activity: PassportActivity;
  readonly switches: CloudSwitches;
  onChange(switches: CloudSwitches): void;
  onAgree(): void;
  onSkip(): void;
}
