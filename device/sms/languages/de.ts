import type { SmsLanguage } from './language.ts';

export const GERMAN: SmsLanguage = {
  language: 'de',
  account: ['(?:xiaomi|mi)[ -](?:kontos?|accounts?|cloud)'],
  codeNames: [
    '(?:bestätigungs|bestaetigungs|verifizierungs|verifikations|sicherheits|aktivierungs|zugangs|anmelde|login|einmal|prüf|pruef|authentifizierungs|registrierungs|freischalt|sms)-?(?:code|passwort|kennwort|pin)s?',
  ],
  codeWords: ['code', 'kennwort', 'passwort'],
  otherCodes: ['(?:qr|gutschein|rabatt|promo|aktions|länder|strich)-?code'],
  otherNumbers: [
    '(?:bestellung|tisch|zimmer|reservierung|buchung|sendung|paket|rechnung|karte|telefon|handy|flug|kunde)(?: (?:nr|nummer))?',
    '(?:bestell|tisch|sendungs|rechnungs|karten|telefon|kunden|auftrags|benutzer)nummer',
    '(?:nummer|nr|tel|plz|end(?:end|et) auf|anruf(?:en)? unter|id)',
  ],
  timeUnits: ['minuten?', 'min', 'sekunden?', 'sek', 'stunden?', 'std', 'tagen?', 'tage?'],
  money: [
    '[a-z]{0,20}bank(?:ing)?',
    '[a-z]{0,20}zahlung(?:en)?',
    '[a-z]{0,20}überweisung(?:en)?',
    '(?:ein)?kauf',
    'kreditkarte',
    'lastschrift',
    'betrag',
    '[a-z]{0,10}tan',
  ],
};
