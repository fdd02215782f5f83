import type { SimCard } from '../../../android/sim-cards.ts';
import type { AndroidSystem } from '../../../android/system.ts';
import { hexId } from '../../hex-id.ts';
import { type Dump, lines } from './dump.ts';

/** From Android 14 on (SubscriptionManagerService) the dump is another. */
const NEW_SERVICE_SDK = 34;
/** From Android 10 on a subscription's words are `name=value` throughout. */
const ANDROID_10_SDK = 29;
const ICON_TINT = -16_746_133;
/** What a user build prints in place of a number (android.telephony.Rlog.pii). */
const HIDDEN = '[****]';
/** How many digits of a card's ids are shown before that. */
const SHOWN_DIGITS = 9;
const SEPARATOR = '++++++++++++++++++++++++++++++++';

/** `dumpsys isub` (AOSP SubscriptionController.dump, SubscriptionManagerService.dump). */
export const dumpIsub: Dump = ({ system }) =>
  lines(system.profile.sdk >= NEW_SERVICE_SDK ? newService(system) : oldService(system));

function oldService({ telephony: { sims }, profile: { sdk } }: AndroidSystem): string[] {
  const subId = sims[0]?.subId ?? -1;
  const phoneId = sims[0]?.slot ?? -1;
  const infos = sims.map((sim) => `  ${sdk < ANDROID_10_SDK ? infoOf9(sim) : infoOf12(sim)}`);
  return [
    'SubscriptionController:',
    ' mLastISubServiceRegTime=0',
    ` defaultSubId=${subId}`,
    ` defaultDataSubId=${subId}`,
    ` defaultVoiceSubId=${subId}`,
    ` defaultSmsSubId=${subId}`,
    ` defaultDataPhoneId=${phoneId}`,
    ` defaultVoicePhoneId=${phoneId}`,
    ` defaultSmsPhoneId=${phoneId}`,
    ...sims.map((sim) =>
      sdk < ANDROID_10_SDK
        ? ` sSlotIndexToSubId[${sim.slot}]: subId=${sim.subId}`
        : ` sSlotIndexToSubId[${sim.slot}]: subIds=${sim.slot}=[${sim.subId}]`,
    ),
    SEPARATOR,
    ...(infos.length === 0 ? [' ActiveSubInfoList: is null'] : [' ActiveSubInfoList:', ...infos]),
    SEPARATOR,
    ...(infos.length === 0 ? [' AllSubInfoList: is null'] : [' AllSubInfoList:', ...infos]),
    SEPARATOR,
    SEPARATOR,
  ];
}

/** AOSP SubscriptionInfo.toString of Android 9, which leaves the number out. */
function infoOf9(sim: SimCard): string {
  const { name, mcc, mnc } = sim.operator;
  return `{id=${sim.subId}, iccId=${printableId(sim)} simSlotIndex=${sim.slot} displayName=${name} carrierName=${name} nameSource=0 iconTint=${ICON_TINT} dataRoaming=0 iconBitmap=android.graphics.Bitmap@${hexId(sim.iccId)} mcc ${Number(mcc)} mnc ${Number(mnc)} isEmbedded false accessRules null cardId=${printableId(sim)}}`;
}

/** The same of Android 12. */
function infoOf12(sim: SimCard): string {
  const { name, mcc, mnc, country } = sim.operator;
  return `{id=${sim.subId} iccId=${printableId(sim)} simSlotIndex=${sim.slot} carrierId=1 displayName=${name} carrierName=${name} nameSource=3 iconTint=${ICON_TINT} number=${HIDDEN} dataRoaming=0 iconBitmap=android.graphics.Bitmap@${hexId(sim.iccId)} mcc=${mcc} mnc=${mnc} countryIso=${country} isEmbedded=false nativeAccessRules=null cardString=${printableId(sim)} cardId=${sim.slot} isOpportunistic=false groupUUID=null isGroupDisabled=false profileClass=-1 ehplmns=null hplmns=null subscriptionType=0 groupOwner=null carrierConfigAccessRules=null areUiccApplicationsEnabled=true}`;
}

function newService({ telephony: { sims } }: AndroidSystem): string[] {
  const subId = sims[0]?.subId ?? -1;
  const subIds = sims.map((sim) => sim.subId).join(', ');
  const infos = sims.map((sim) => `    ${infoInternal(sim)}`);
  return [
    'SubscriptionManagerService:',
    '  Active modem count=2',
    '  Logical SIM slot sub id mapping:',
    ...sims.map((sim) => `    Logical SIM slot ${sim.slot}: subId=${sim.subId}`),
    '  ICCID:',
    ...[0, 1].map((slot) => {
      const sim = sims.find((candidate) => candidate.slot === slot);
      return `    slot ${slot}: ${sim ? printableId(sim) : ''}`;
    }),
    '  ',
    `  defaultSubId=${subId}`,
    `  defaultVoiceSubId=${subId}`,
    `  defaultDataSubId=${subId}`,
    `  activeDataSubId=${subId}`,
    `  defaultSmsSubId=${subId}`,
    '  areAllSubscriptionsLoaded=true',
    '  ',
    ...[0, 1].map((slot) => {
      const isThere = sims.some((sim) => sim.slot === slot);
      return `  mSimState[${slot}]=${isThere ? 'LOADED' : 'ABSENT'}`;
    }),
    '  ',
    '  Active subscriptions:',
    ...infos,
    '  ',
    '  All subscriptions:',
    ...infos,
    '  ',
    '  Embedded subscriptions: []',
    '  Opportunistic subscriptions: []',
    `  getAvailableSubscriptionInfoList: [${subIds}]`,
    `  getSelectableSubscriptionInfoList: [${subIds}]`,
    '  Euicc enabled=false',
    '  ',
    '  Local log:',
  ];
}

/** AOSP SubscriptionInfoInternal.toString, without the settings of each card's services. */
function infoInternal(sim: SimCard): string {
  const { name, mcc, mnc, country } = sim.operator;
  return `[SubscriptionInfoInternal: id=${sim.subId} iccId=${printableId(sim)} simSlotIndex=${sim.slot} portIndex=0 isEmbedded=false isRemovableEmbedded=false carrierId=1 displayName=${name} carrierName=${name} isOpportunistic=false groupUuid= groupOwner= displayNameSource=CARRIER iconTint=${ICON_TINT} number=${HIDDEN} dataRoaming=0 mcc=${mcc} mnc=${mnc} ehplmns= hplmns= cardString=${printableId(sim)} cardId=${sim.slot} nativeAccessRules= carrierConfigAccessRules= countryIso=${country} profileClass=-1 type=LOCAL_SIM areUiccApplicationsEnabled=true usageSetting=DEFAULT imsi=${`${mcc}${mnc}${sim.number.slice(-10)}`.slice(0, SHOWN_DIGITS)}${HIDDEN} numberFromCarrier= numberFromIms= userId=-10000 isGroupDisabled=false]`;
}

/** Of a card's number the issuer's part alone is shown (SubscriptionInfo.getPrintableId). */
function printableId({ iccId }: SimCard): string {
  return iccId.slice(0, SHOWN_DIGITS) + HIDDEN;
}
