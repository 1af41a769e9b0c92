// From Grammar/log-density.ebnf by Scripts/update-language.sh.
extension LanguageReference {
  /// The normative grammar with its remarks and examples.
  public static let grammar = #"""
    /*
       The log-density language of derive: the normative grammar.

       Notation: EBNF as defined in section 6 of "Extensible Markup Language (XML) 1.0" (W3C Recommendation, fifth edition).

       Productions whose names are in capitals are tokens: no blanks within. Between all other parts blanks (white space, and
       the dollar signs around pasted LaTeX) are allowed and mean nothing. A bracket that opens a subscript follows its name
       without a blank.

       The grammar fixes the form of a text. What it means (which names are functions and how many arguments they take, which
       sets are empty) is said in the documentation of the module `Syntax`; the examples below cover both. The tests read this
       file: every example marked + must be accepted and every example marked - must be rejected with the diagnostic that is
       named before the colon; random sentences derived from `Model` must be accepted as to their form.
    */

    Model       ::= Header? Expression ( Separator Clause | Definitions )*

    /* Books set conditions apart by words or in parentheses: "f(x) = … for x > 0 and theta > 0", "(x > 0, theta > 0)". A word
       that only joins may follow a comma. */
    Separator   ::= "," | ";" | "if" | "for" | "when" | "where" | "with" | "and"

    /* The name is a label, never a symbol. With "log" the right side is the logarithm of the density, without a header too.
       "~" says: up to a normaliser. Behind "|" stand the parameters, then the known constants; behind a mere ";", as in
       "f(x; theta)", both, and those that can only be known are taken as known. A second header may follow, as in
       "f(k; p) = P(X = k) = …". With the label L, l or ℓ, L(theta) or L(theta; x) is a likelihood, a function of the
       parameters (not L(x), whose argument is a usual observation); of l and ℓ, the logarithm. Names of a logarithm in one
       word, as "logp", "ln_f", "loglik" and "log-likelihood", are taken apart. "log(p(x))" is "log p(x)", and "log(p)" is
       "log p", but "log(x)" is none. An observed variable that stands in the formula with numbers as indices only, x_1 and
       x_2, is these; a condition on it, or on x_i, is one on each. */
    Header      ::= ( "log"? Label Lists? | "log" "(" Label Lists ")" ) ( "=" | ":=" | TILDE )
    Label       ::= NAME
    Lists       ::= "(" Observed ( "|" Names ( ";" Names )? | ";" Names )? ")"
    Observed    ::= ( NAME "=" )? Listed ( "," Listed )*
    Names       ::= Listed ( "," Listed )*
    Listed      ::= NAME | SUBSCRIPTED NUMBER ( "," NUMBER )* "]"

    Clause      ::= Condition | Shared | Values | "known" Names

    /* One condition on each of several symbols: "a, b > 0", "x[1], x[2] in R". */
    Shared      ::= Member "," Member ( "," Member )* ( Relation Expression | MEMBER Set )
    Member      ::= NAME | SUBSCRIPTED NUMBER "]"

    /* A list without braces, as books have it: "x = 0, 1, 2, …" is "x in {0, 1, 2, …}". */
    Values      ::= NAME "=" NUMBER ( "," NUMBER )+ ( "," DOTS )?

    /* What names in the formula and the clauses stand for, in any order: "where z = (x - mu)/sigma and sigma = exp(t)". */
    Definitions ::= ","? "where" Definition ( ( "," | "and" ) Definition )*
    Definition  ::= NAME "=" Expression

    Condition   ::= Expression ( Relation Expression )+ | Expression MEMBER Set
    Relation    ::= "<" | "<=" | "≤" | ">" | ">=" | "≥" | "=" | "!=" | "≠"

    Set         ::= ( "R" | "ℝ" | "Z" | "ℤ" ) Half? | ( "N" | "ℕ" ) Half | ( "N_0" | "ℕ₀" ) | Interval | Listing | Range
                  | Progression
    /* The positive or the negative numbers; brackets turned outwards exclude a bound. */
    Half        ::= "+" | "⁺" | "₊" | "_+" | "^+" | "^-"
    Interval    ::= ( "(" | "[" | "]" ) Expression "," Expression ( ")" | "]" | "[" )
    Listing     ::= "{" Expression ( "," Expression )* "}"
    Range       ::= "{" Expression ".." Expression "}"
    Progression ::= "{" Expression ( "," Expression )* "," DOTS ( "," Expression )? "}"
                  | "{" DOTS ( "," Expression )+ ( "," DOTS )? "}"

    /* Precedence, from loose to tight: sums, products, signs, powers, factorials. "-x^2" is "-(x^2)", "2^-x" is legal, powers
       associate to the right. A number may stand directly before what it multiplies ("2x", "3(x + 1)"), and factors side by
       side ("(1 - x)(1 - y)", "2 pi sigma", "x log x"; a Greek letter typed as such also without a blank, "λx"), except behind
       a division sign and in an exponent, where it would be unclear how far the quotient or the exponent reaches. A symbol is
       never a factor directly before a parenthesis, "f(x)"; with a blank between them, "x (1 - y)", it is one if it stands
       without a parenthesis elsewhere in the text, and so is a Greek letter typed as such, "θ(1 − θ)". A bar where an operator
       is due closes the absolute value that is open inside the same brackets; where none is, it opens a factor, "λ|x|", unless
       further bars of the same part could pair in another way. */
    Expression  ::= Term ( ( "+" | MINUS ) Term )*
    Term        ::= Multiple ( TIMES Multiple | OVER Signed )*
    Multiple    ::= Signed | Sign* ( NUMBER | VULGAR ) Tail | Sign* Group Group
    Sign        ::= "+" | MINUS
    Signed      ::= Sign* ( Power | Root | Application )
    Tail        ::= TailPower | Root
    TailPower   ::= ( Call | Variable | Group ) "!"? Exponent?
    Power       ::= Primary "!"? Exponent?
    Exponent    ::= "^" ( Signed | "{" Expression "}" ) | SUPERSCRIPT | RAISED
    Root        ::= "√" ( NUMBER | Call | Variable | Group | Absolute ) | "sqrt" ( NUMBER | Call | Variable | Absolute )

    /* A function of one argument that books write without parentheses takes one operand; its power is that of its value. */
    Application ::= Prefix ( "^" NUMBER | POSITIVE )? ( Variable | Group | Absolute )
    Prefix      ::= "log" | "ln" | "sin" | "cos" | "tan" | "sinh" | "cosh" | "tanh"

    Primary     ::= NUMBER | VULGAR | Call | Binder | Cases | Variable | Group | Absolute | Bracket
    Group       ::= "(" Expression ")"
    Absolute    ::= "|" Expression "|"
    Variable    ::= NAME | SUBSCRIPTED Expression ( "," Expression )* "]"
    Call        ::= ( CALLED | Prefix "(" ) Expression ( "," Expression )* ")"
    Binder      ::= ( "sum" | "prod" ) "(" NAME MEMBER Expression ".." Expression "," Expression ")"

    /* The last case may have a condition where the conditions leave nothing out. In a log-density a case may be -inf. */
    Cases       ::= "cases" "(" ( Expression "if" Condition "," )+ Expression "otherwise" ")"

    /* 1 where the condition holds, else 0. Around an expression, square brackets only group. As a factor of a density a
       membership is its support. */
    Bracket     ::= "[" ( Condition | Expression ) "]" | INDICATOR "{" Condition "}"

    /* Tokens. Numbers are exact: 0.25 is 1/4. Before a bracket or a parenthesis the sign of an indicator, as in I[x > 0], is
       not the name of something else. */
    NUMBER      ::= ( DIGIT+ ( "." DIGIT+ )? | "." DIGIT+ ) ( [eE] [+#x2D]? DIGIT+ )?
    DIGIT       ::= [0-9]
    NAME        ::= WORD - RESERVED
    WORD        ::= [a-zA-Z] [a-zA-Z0-9_]* SUBSCRIPT* | GREEK ( DIGIT* SUBSCRIPT* | "_" [a-zA-Z0-9]+ )
    RESERVED    ::= "in" | "known" | "if" | "for" | "when" | "where" | "with" | "and" | "otherwise" | "propto" | "sum" | "prod" | "cases"
    CALLED      ::= ( CALLABLE - SIGN | "Γ" | "ψ" ) "("
    CALLABLE    ::= LATIN - RESERVED
    LATIN       ::= [a-zA-Z] [a-zA-Z0-9_]*
    SUBSCRIPTED ::= ( NAME - SIGN ) "["
    SIGN        ::= "I" | "chi"
    GREEK       ::= [#x391-#x3A1#x3A3-#x3A9#x3B1-#x3C9]
    SUBSCRIPT   ::= [#x2080-#x2089]
    RAISED      ::= "ˣ" | "ᵏ" | "ⁿ" | "ⁿ⁻ˣ" | "ᵏ⁺¹"
    SUPERSCRIPT ::= "⁻"? ( "²" | "³" | "¹" | [#x2074-#x2079] )+
    POSITIVE    ::= "²" | "³"
    VULGAR      ::= "½" | "⅓" | "⅔" | "¼" | "¾"
    INDICATOR   ::= "𝟏" | "𝟙"
    TIMES       ::= "*" | "·" | "×"
    OVER        ::= "/" | "÷"
    MINUS       ::= "-" | "−"
    MEMBER      ::= "in" | "∈"
    DOTS        ::= "..." | "…"
    TILDE       ::= "~" | "∝" | "propto"

    /*
       LaTeX. A text that contains a command is read with these additions:
       - functions are also called by the sign that books give them, in LaTeX and without it: B(a, b), Φ(x), φ(x), I_0(x),
         K_\nu(x), \psi_1(x), \Gamma(s, x), C(n, k), unless the name is a symbol elsewhere;
       - I_{(0, 1)}(x), \mathbf{1}_{[0, 1]}(x), 1_{x > 0} and I(x > 0) are indicators; \mathbb{R}_{>0}, \mathbb{Z}_{\ge 0},
         \mathbb{N}_0 are sets;
       - \quad and words in \text stand for the comma before a condition; braces around everything or around a single sign,
         \displaystyle, \hspace{…}, \label{…}, \[ and \] mean nothing, nor does "~" behind "=";
       - \frac{a}{b}, \sqrt{a}, \sqrt[n]{a} and \binom{n}{k} are primaries; braces group; \left, \right and spacing mean nothing;
       - \cdot, \times, \le, \ge, \ne, \in, \infty, \mid, \sim, \propto, \ldots, \{, \}, \mathbb{R} and Greek letters stand for
         the signs they show; \mathrm{f}, \operatorname{f} and \text{f} stand for the name f; any function may carry a backslash;
       - any function without parentheses takes the operand that follows with its powers (\log \sigma^2); if a further factor
         follows, it is an error, because the argument might be meant to go on;
       - factors may stand side by side (\alpha x), and a single letter or Greek command before a parenthesis is a factor
         (f, g and h only if they stand elsewhere without one);
       - \begin{cases} a & x > 0 \\ b & \text{otherwise} \end{cases} is cases(a if x > 0, b otherwise); \mathbf{1}\{x > 0\},
         also with a subscript, is [x > 0]; \sum_{i=1}^{3} and \prod_{i=1}^{3} reach over the term that follows, in which x_i
         has the index; {n \choose k} is binomial(n, k), {a \over b} is a/b;
       - \begin{array}{ll} is read as cases;
       - the last case needs no otherwise where the cases cover what the clauses declare, and where no clause bounds their variable:
         what they cover is its support then, and it is integers that they tell apart where only these are covered, or where the
         density has mass 1 over these alone;
       - [y = a] at a point of an interval is a point with a probability of its own, unless the density has mass 1 without it;
       - \begin{align} and its kin, & and \\ outside cases, and a full stop mean nothing.
       With the label ℓ (\ell) the header is that of a log-likelihood: \ell(theta) or \ell(theta; x).
    */

    /* examples
       + x*log(theta) + (1-x)*log(1-theta)
       + log p = x*log(theta) + (1-x)*log(1-theta)
       + log p(x | alpha, beta) = alpha*log(beta) - lgamma(alpha) + (alpha-1)*log(x) - beta*x, x > 0, alpha > 0, beta > 0
       + log p(x | mu; sigma) = -(x-mu)^2/(2*sigma^2) - log(sigma) - log(2*pi)/2, x in R, sigma > 0
       + log p(k | p; n) = log(binomial(n,k)) + k*log(p) + (n-k)*log(1-p), k in {0..n}, 0 < p < 1, n in {1,2,...}
       + log p(x | w, lambda) = cases(log(w + (1-w)*exp(-lambda)) if x = 0, log(1-w) - lambda + x*log(lambda) - lfactorial(x) otherwise), x in {0,1,2,...}
       + log p(y | q, a) = cases(log(q) if y = 0, log(1-q) + log(a) - a*y if y > 0), y >= 0, 0 < q < 1, a > 0
       + log p(y | b0, b1; x) = y*(b0+b1*x) - log(1+exp(b0+b1*x)), y in {0,1}
       + log p ~ (a-1)*log(x) - b*x, x > 0
       + p(x | alpha, beta) = beta^alpha/gamma(alpha)*x^(alpha-1)*exp(-beta*x), x > 0, alpha > 0, beta > 0
       + log p = -(x-mu)^2/(2*v) - log(2*pi*v)/2, known v
       + p(x | p) = p^x*(1-p)^(1-x), x in {0, 1}, 0 < p < 1
       + x*log(lambda) - lambda - log(x!)
       + log p = -log(theta), 0 < x < theta
       + log p(x | mu, sigma, xi) = -log(sigma) - (1 + 1/xi)*log(1 + xi*(x-mu)/sigma), 1 + xi*(x-mu)/sigma > 0
       + log p(x1, x2 | a, b) = a*log(x1) + b*log(x2), x1 > 0, x2 > 0, x1 + x2 < 1
       + log p(t, d | r) = d*log(r) - r*t, t > 0, d in {0,1}
       + log p(x | mu[1], mu[2]) = -(x - mu[1])^2 - mu[2]
       + log p = sum(i in 1..3, x[i]*log(theta)) - 3*log(theta)
       + log p = [x = 1]*log(theta) + [x != 1]*log(1 - theta)
       + log p = |x - mu|/b - log(2b)
       + log p = 2^-x - x^2^k + 0.25*x - 1e-3*x
       + log (x) - e^x + E
       + log p(x | e) = e^x
       + log p = x, x in (a, b]
       + log p = x, x in {...,-1,0,1,...}
       + log p = x, x in {r,r+1,...}
       + log p = x, x in {1,2,...,n}
       + log p = beta + gamma*lambda*zeta
       + log p(x | μ; σ) = -(x − μ)²/(2·σ²), x ∈ ℝ
       + log p = −λ·x + log(λ) − √(2π), λ ≥ 0, x ∈ (0, ∞)
       + \log p(x \mid \mu, \sigma) = -\frac{(x-\mu)^{2}}{2\sigma^2} - \log\sigma - \frac12\log(2\pi), x \in \mathbb{R}
       + \log p = \alpha\log\beta - \log\Gamma(\alpha) + (\alpha - 1)\log x - \beta x, x > 0
       + f(x) = \frac{\lambda^x e^{-\lambda}}{x!}, x \in \{0, 1, 2, \ldots\}
       + p(x | a, b) = a*b/(a + b)*cases(exp(b*x) if x < 0, exp(-a*x) otherwise), x in R, a > 0, b > 0
       + p(x | theta) = [0 < x < theta]/theta
       + log p(x | theta) = cases(-log(theta) if 0 < x < theta, -inf otherwise)
       + p = theta^x (1-theta)^(1-x)
       + x log θ + (1−x) log(1−θ)
       + -log x - log^2(x/m)/(2s^2) - log(2 pi s^2)/2, x > 0
       + f(x|λ) = λ exp[−λx], x > 0
       + −½(x−μ)²/σ² − ½log(2πσ²)
       + log p = log x + sin² x
       + log p = λx
       + log p = x y
       + P(X = k) = \binom{n}{k} p^k (1-p)^{n-k}, k \in \{0, \dots, n\}
       + p(x) = \lambda^x e^{-\lambda}/x!, x = 0, 1, 2, \ldots
       + f(x) = \begin{cases} \lambda e^{-\lambda x}, & \text{if } x > 0, \\ 0, & \text{otherwise}. \end{cases}
       + p(x) = \lambda e^{-\lambda x} \mathbf{1}\{x > 0\}
       + \ell(\theta; x) = x\ln\theta + (1-x)\ln(1-\theta)
       + log(f(x; lambda)) = log(lambda) - lambda*x, x > 0
       + loglik(theta) = x*log(theta) + (1-x)*log(1-theta)
       + log-likelihood = x*log(theta) + (1-x)*log(1-theta)
       + p(k) = {n \choose k} p^k (1-p)^{n-k}, k \in \{0..n\}
       + f(x) = {1 \over \sigma} e^{-x/\sigma}, x > 0
       + f(\mathbf{x} \mid \mu) = \prod_{i=1}^{3} \phi(x_i - \mu), x_i \in \mathbb{R}
       + log p(y[1], y[2] | t) = (y[1] + y[2])*log(t) + (2 - y[1] - y[2])*log(1-t), y[1], y[2] in {0,1}
       + f(x; theta) = theta*x^(theta-1), 0 < x < 1
       + f(k; n, p) = P(X = k) = \binom{n}{k} p^k (1-p)^{n-k}, k \in \{0..n\}
       + f(x) := λe^{−λx}, x ∈ ℝ⁺
       + f(x) = λ e^(−λx) for x > 0 and λ > 0
       + f(x) = λe^(−λx) (x > 0)
       + f(x) = x^(a-1)*(1-x)^(b-1)/B(a, b), x ∈ ]0, 1[, a, b > 0
       + p(x) = C(n, x) pˣ(1−p)ⁿ⁻ˣ, x in {0..n}
       + {\displaystyle f(x;\lambda )={\begin{cases}\lambda e^{-\lambda x}&x\geq 0,\\0&x<0.\end{cases}}}
       + f(x) = \theta x^{\theta-1} \quad \text{for } 0 < x < 1 \text{ and } \theta > 0
       + f(x|\theta) = e^{-(x-\theta)} I_{[\theta,\infty)}(x)
       + f(x) = \frac{e^{\kappa\cos(x-\mu)}}{2\pi I_0(\kappa)}
       + f(x) = 2\phi(x)\Phi(\alpha x), x \in \mathbb{R}
       + L(\theta) = \theta e^{-\theta x}, x > 0
       + x*log(theta) - log(x!), x in N_0; theta in R_+
       + log p = -z^2/2 - log(sigma) - log(2*pi)/2 where z = (x - mu)/sigma
       + f(x) = exp(-w)/b, x > m, where w = (x - m)/b and b = exp(t), m > 0
       + p(x | l; c) = \begin{cases} l e^{-l x} & 0 \le x < c \\ e^{-l c} & x = c \end{cases}, l > 0, c > 0
       + log p(y | q) = cases(log(q) if y = 1, log(1-q) if y = 0), 0 < q < 1
       + p(x | w, l) = cases(w if x = 0, (1-w)*exp(-l)*l^x/(x! (1-exp(-l))) if x >= 1), 0 < w < 1
       + p(x) = \begin{cases} w, & x = 0, \\ (1-w) q (1-q)^{x-1}, & x = 1, 2, 3, \ldots \end{cases}
       + p(x \mid \lambda) = \frac{\lambda}{2} e^{-\lambda |x|}, x \in \mathbb{R}
       + p(x | l) = l|x| exp(-l x^2), x in R
       + log p = log |x| - |x - |mu||
       + f(x) = l|x| exp(-l x^2)/c for |x| < 1 and |l| < 2
       + log p = -t sqrt|x| + log(t) - √|m| + sqrt 2 * sqrt x
       - model.empty:
       - syntax.unclosed: log p = x*log(theta) + (1-x*log(1-theta)
       - syntax.stray: log p = x*log(theta))
       - name.unknown-function: log p = lgama(x)
       - domain.empty-interval: log p = x*theta, theta in (2, 1)
       - syntax.ambiguous-quotient: log p = 1/2x
       - syntax.ambiguous-exponent: log p = 2^2x
       - syntax.ambiguous-exponent: p = e^-lambda x
       - syntax.ambiguous-bars: log p = -|2|x - mu| - 1|
       - syntax.ambiguous-root: log p = sqrt x^2
       - syntax.ambiguous-inverse: log p = sin^{-1} x
       - syntax.ambiguous-application: log p = log x y
       - syntax.cases-incomplete: log p = cases(x if x > 0, 1 if x < 0)
       - syntax.cases-bound-several: p = cases(exp(x - c)/2 if x < c, 1/2 if x = c)
       - syntax.operator: log p = x 2
       - syntax.missing-parentheses: log p = lgamma x
       - name.unknown-function: log p = f(x)
       - name.power-listed: log p(x | mu, sigma^2) = x
       - syntax.operand: log p = x +
       - syntax.double-power: log p = x²^3
       - name.ambiguous-call: log p(x | beta) = beta (x)
       - name.symbol-called: log p(x | theta) = theta(x)
       - name.undeclared: log p(x | theta) = x*theta*phi
       - name.arity: log p = log(x, y)
       - model.header: x*log(theta) = 3
       - model.header: log(p)^2 = x
       - model.not-a-condition: log p = x*a*b, a, b
       - model.trailing-comma: log p = x*theta,
       - model.equality: log p = x*theta, theta = 2
       - model.circular-definition: log p = z where z = w and w = z + x
       - model.defined-twice: log p(x | z) = z*x where z = 2
       - model.unused-definition: log p = x*theta where w = x^2
       - domain.step: log p = x, x in {0, 2, 4, ...}
       - character.unexpected: log p = x % 2
       - character.unknown-command: \log p = \alhpa
       - syntax.ambiguous-application: \log p = \log 2\pi
    */
    """#
}
