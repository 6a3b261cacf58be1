export function sizes(): { name: string; bytes: number; budget: number }[];
