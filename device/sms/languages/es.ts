import type { SmsLanguage } from './language.ts';

export const SPANISH: SmsLanguage = {
  language: 'es',
  // `Mi` is also the word for my: `tu cuenta Mi Movistar`.
  account: ['cuenta (?:de )?(?:xiaomi|mi(?= ?(?:[.,:;!?)]|$|(?:es|expira|vence)(?!\\p{L}))))'],
  codeNames: [
    'número de verificación',
    'código (?:de )?(?:un solo uso|verificación|seguridad|confirmación|acceso|activación|autenticación|validación|inicio de sesión|registro|sms|otp)',
    '(?:clave|contraseña) (?:temporal|dinámica|de acceso|de un solo uso)',
  ],
  codeWords: ['código', 'clave', 'contraseña'],
  otherCodes: ['código (?:postal|qr|promocional|de (?:descuento|barras|área|país|regalo|cupón))'],
  otherNumbers: [
    '(?:pedido|orden|reserva|mesa|habitación|vuelo|envío|seguimiento|paquete|guía|factura|tarjeta|teléfono|móvil|celular|usuario)(?: (?:n[oº]|núm|número))?',
    '(?:número|núm|tel|terminada en|terminado en|llam[ae] al|id)',
  ],
  timeUnits: ['minutos?', 'min', 'horas?', 'segundos?', 'seg', 'días?'],
  money: [
    'banco',
    'bancari[ao]s?',
    'pagos?',
    'pagar',
    'compras?',
    'transferencias?',
    'saldo',
    'tarjeta de (?:crédito|débito)',
  ],
};
