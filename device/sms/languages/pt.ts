import type { SmsLanguage } from './language.ts';

export const PORTUGUESE: SmsLanguage = {
  language: 'pt',
  account: ['conta (?:da |de )?(?:xiaomi|mi(?= ?(?:[.,:;!?)]|$|(?:é|expira)(?!\\p{L}))))'],
  codeNames: [
    'código (?:de )?(?:verificação|segurança|confirmação|acesso|ativação|autenticação|validação|login|uso único|cadastro|registro|sms|otp)',
    'senha (?:temporária|provisória|descartável|de (?:acesso|uso único))',
  ],
  codeWords: ['código', 'senha'],
  otherCodes: ['código (?:postal|qr|promocional|de (?:barras|desconto|área|rastreio))'],
  otherNumbers: [
    '(?:pedido|encomenda|rastreio|rastreamento|reserva|mesa|quarto|voo|fatura|cartão|telefone|celular|protocolo|usuário)(?: (?:n[oº]|número))?',
    '(?:número|tel|cep|com final|ligue(?: para)?|id)',
  ],
  timeUnits: ['minutos?', 'min', 'horas?', 'segundos?', 'dias?'],
  money: [
    'banco',
    'bancári[ao]s?',
    'pagamentos?',
    'pagar',
    'compras?',
    'transferências?',
    'pix',
    'boleto',
    'saldo',
    'cartão de (?:crédito|débito)',
  ],
};
