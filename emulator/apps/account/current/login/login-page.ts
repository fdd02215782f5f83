export type { LoginPage } from '../../login-flow.tsx';
