const NEGATION = /(?:^|[^a-z])(?:nao|nunca|jamais|nem|sem|ninguem|nenhuma?)((?: [a-z]+){0,3}) $/;
/** "Não perca a…" and "se não pagar…" do not deny what follows. */
const NOT_DENYING = /^ ?(?:.* )?(?:perca|perder|deixe|deixar|desperdice|ignore|ignorar|espere|esperar|demore|adie|pag[a-z]*|quit[a-z]*|regulariz[a-z]*|respond[a-z]*|acert[a-z]*|cumpr[a-z]*|haja|houver|so|apenas|esqueca|se|aceit[a-z]*|entrar|fizer|queira|tem|ter|seja)(?: .*)?$/;

/** True when "não", "nunca", "sem"… stands right before, so that the text denies the wording instead of using it. */
export function isNegated(text: string, start: number): boolean {
  const match = NEGATION.exec(text.slice(Math.max(0, start - 40), start));
  return match !== null && !NOT_DENYING.test(match[1]!);
}
