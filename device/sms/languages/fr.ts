import type { SmsLanguage } from './language.ts';

export const FRENCH: SmsLanguage = {
  language: 'fr',
  account: ['compte (?:xiaomi|mi)'],
  codeNames: [
    'numéro de vérification',
    "code (?:de |d['’])?(?:vérification|sécurité|confirmation|validation|connexion|accès|activation|authentification|inscription|sms|otp|temporaire|à usage unique)",
    'mot de passe (?:temporaire|unique|à usage unique)',
  ],
  codeWords: ['code', 'mot de passe'],
  otherCodes: ['code (?:postal|promo|qr|barres?|de réduction|avantage|client)'],
  otherNumbers: [
    '(?:commande|table|chambre|réservation|colis|suivi|facture|carte|téléphone|mobile|vol|client|dossier)(?: (?:n[o°º]|numéro))?',
    '(?:numéro|tél|(?:se terminant|finissant) par|appelez(?: le| au)?|composez le|id)',
  ],
  timeUnits: ['minutes?', 'min', 'mn', 'secondes?', 'heures?', 'jours?'],
  money: [
    'banque',
    'bancaires?',
    'paiements?',
    'payer',
    'achats?',
    'virements?',
    'transactions?',
    'prélèvements?',
    'carte de crédit',
  ],
};
